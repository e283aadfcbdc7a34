import { describe, expect, it } from 'vitest';
import { type TraceEvent, traceBatchSchema } from '../../../device/contract/trace.ts';
import { TraceTail } from '../../../server/fleet/trace-tail.ts';

function tailOf(batches: TraceEvent[][]): TraceTail {
  const tail = new TraceTail('run-12345');
  batches.forEach((events, sequence) => {
    tail.add({ runId: 'run-12345', sequence, events });
  });
  return tail;
}

const blinks = (count: number): TraceEvent[][] =>
  Array.from({ length: count }, (_, index) => [
    { at: index * 10, kind: 'block', stack: 0, block: `b${index % 4}` },
    { at: index * 10, kind: 'pin', gpio: 18, level: index % 2 === 0 ? 1 : 0 },
  ]);

describe('the tail of a trace', () => {
  it('is nothing before anything happened', () => {
    expect(new TraceTail('run-12345').batch()).toBeUndefined();
  });

  it('gives a short run whole and in order, marked as a repetition', () => {
    const events: TraceEvent[] = [
      { at: 0, kind: 'start' },
      { at: 5, kind: 'pin', gpio: 18, level: 1 },
      { at: 6, kind: 'print', text: 'Hallo' },
      { at: 9, kind: 'end', reason: 'finished' },
    ];
    expect(tailOf([events.slice(0, 2), events.slice(2)]).batch()).toEqual({
      runId: 'run-12345',
      sequence: 1,
      resync: true,
      events,
    });
  });

  it('keeps the prints and the error of a program that blinks a thousand times after them', () => {
    const said: TraceEvent[] = [
      { at: 0, kind: 'start' },
      { at: 0, kind: 'print', text: 'Los geht’s' },
    ];
    const kinds = tailOf([said, ...blinks(1000)]).batch()?.events ?? [];
    expect(kinds.slice(0, 2)).toEqual(said);
  });

  it('keeps the level of a pin that changed long ago', () => {
    const lit: TraceEvent = { at: 1, kind: 'pin', gpio: 24, level: 1 };
    const waiting: TraceEvent = { at: 1, kind: 'block', stack: 7, block: 'wait' };
    const events = tailOf([[lit, waiting], ...blinks(1000)]).batch()?.events;
    expect(events).toContainEqual(lit);
    expect(events).toContainEqual(waiting);
  });

  it('forgets the block of a stack that is done', () => {
    const events: TraceEvent[] = [
      { at: 1, kind: 'block', stack: 7, block: 'wait' },
      { at: 2, kind: 'block', stack: 7, block: null },
    ];
    const tail = tailOf([events, ...blinks(1000)]).batch();
    expect(tail?.events.filter((event) => event.kind === 'block' && event.stack === 7)).toEqual([]);
  });

  it('always fits into one batch of the contract', () => {
    const everything: TraceEvent[][] = Array.from({ length: 3000 }, (_, index) => [
      { at: index, kind: 'print', text: `${index}` },
      { at: index, kind: 'pin', gpio: 2 + (index % 26), level: 1 },
      { at: index, kind: 'block', stack: index, block: 'b' },
    ]);
    const batch = tailOf(everything).batch();
    expect(traceBatchSchema.parse(batch)).toEqual(batch);
  });
});

import { describe, expect, it } from 'vitest';
import type { TraceBatch, TraceEvent } from '../../../device/contract/trace.ts';
import { GoalTrace } from '../../../web/pupil/goal-trace.ts';

const pin = (at: number, level: 0 | 1): TraceEvent => ({ at, kind: 'pin', gpio: 18, level });
const start: TraceEvent = { at: 0, kind: 'start' };
const batch = (sequence: number, events: TraceEvent[], resync?: true): TraceBatch => ({
  runId: 'run',
  sequence,
  events,
  ...(resync ? { resync } : {}),
});
const kinds = ({ events }: GoalTrace) => events.map(({ kind, at }) => `${kind} ${at}`);

describe('the trace that goals are judged by', () => {
  it('holds what happened, without the blocks that ran', () => {
    const trace = new GoalTrace('run');
    trace.take(batch(0, [start, { at: 1, kind: 'block', stack: 0, block: 'a' }, pin(1, 1)]));
    trace.take(batch(1, [pin(1, 0)]));
    expect(kinds(trace)).toEqual(['start 0', 'pin 1', 'pin 1']);
  });

  it('keeps of what a part is told again and again the first time, and every toggle', () => {
    const told = (at: number, command: string, args?: number[]): TraceEvent => ({
      at,
      kind: 'command',
      part: 'red',
      command,
      stack: 0,
      ...(args ? { args } : {}),
    });
    const trace = new GoalTrace('run');
    trace.take(batch(0, [start, told(1, 'off'), told(2, 'off'), told(3, 'brightness', [5])]));
    trace.take(batch(1, [told(4, 'brightness', [6]), told(5, 'brightness', [6]), told(6, 'off')]));
    trace.take(batch(2, [told(7, 'toggle'), told(8, 'toggle')]));
    expect(trace.events.map(({ at }) => at)).toEqual([0, 1, 3, 4, 6, 7, 8]);
  });

  it('takes no batch twice', () => {
    const trace = new GoalTrace('run');
    trace.take(batch(0, [start, pin(1, 1)]));
    trace.take(batch(0, [start, pin(1, 1)]));
    expect(trace.events).toHaveLength(2);
  });

  it('has a gap where batches were lost', () => {
    const trace = new GoalTrace('run');
    trace.take(batch(0, [start, pin(1, 1)]));
    trace.take(batch(2, [pin(900, 0)]));
    expect(kinds(trace)).toEqual(['start 0', 'pin 1', 'gap 900', 'pin 900']);
  });

  it('has a gap where it was without a line, and nothing that a resync repeats', () => {
    const trace = new GoalTrace('run');
    trace.take(batch(0, [start, pin(1, 1)]));
    trace.take(batch(5, [start, pin(1, 1), pin(700, 0)], true));
    expect(kinds(trace)).toEqual(['start 0', 'pin 1', 'gap 700', 'pin 700']);
  });

  it('knows of a run that it came to late only how things stand', () => {
    const trace = new GoalTrace('run');
    trace.take(batch(9, [start, pin(1, 1), pin(500, 0), pin(900, 1)], true));
    expect(kinds(trace)).toEqual(['start 0', 'gap 900', 'pin 900']);
    expect(trace.events.at(-1)).toEqual(pin(900, 1));
  });

  it('forgets the oldest of a very long run, and keeps how things stood then', () => {
    const trace = new GoalTrace('run');
    trace.take(batch(0, [start, { at: 0, kind: 'pin', gpio: 23, level: 1 }]));
    for (let at = 1; at <= 60_000; at += 1) trace.take(batch(at, [pin(at, (at % 2) as 0 | 1)]));
    expect(trace.events.length).toBeLessThanOrEqual(20_000);
    expect(trace.events.slice(0, 2).map(({ kind }) => kind)).toEqual(['start', 'gap']);
    expect(trace.events).toContainEqual(expect.objectContaining({ kind: 'pin', gpio: 23, level: 1 }));
    expect(trace.events.every((event, index) => index === 0 || event.at >= trace.events[index - 1]!.at)).toBe(
      true,
    );
  });

  it('keeps what a part is told anew after something was lost, though it was told the same before', () => {
    const turn: TraceEvent = { at: 5, kind: 'command', part: 'servo', command: 'turn', args: [90], stack: 0 };
    const trace = new GoalTrace('run');
    trace.take(batch(0, [start, turn, { ...turn, at: 6 }]));
    expect(kinds(trace)).toEqual(['start 0', 'command 5']);
    trace.take(
      batch(1, [
        { at: 7, kind: 'gap', dropped: 3 },
        { ...turn, at: 8 },
      ]),
    );
    trace.take(
      batch(4, [
        { ...turn, at: 9 },
        { ...turn, at: 10 },
      ]),
    );
    expect(kinds(trace).slice(2)).toEqual(['gap 7', 'command 8', 'gap 9', 'command 9']);
  });
});

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

  it('keeps every command, and no variables', () => {
    const told: TraceEvent = { at: 1, kind: 'command', part: 'red', command: 'on', stack: 0 };
    const trace = new GoalTrace('run');
    trace.take(batch(0, [start, told, { ...told, at: 2 }, { at: 2, kind: 'variable', name: 'n', is: 1 }]));
    expect(kinds(trace)).toEqual(['start 0', 'command 1', 'command 2']);
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
});

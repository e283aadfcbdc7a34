import { describe, expect, it } from 'vitest';
import { createTraceSender } from '../../../device/agent/trace-sender.ts';
import { limits } from '../../../device/contract/limits.ts';
import { type TraceBatch, type TraceEvent, traceBatchSchema } from '../../../device/contract/trace.ts';
import { VirtualClock } from '../../../device/program/virtual-clock.ts';

const ms = 1000;
/** How long the first event waits for its companions. */
const gather = 2 * ms;
const start: TraceEvent = { at: 0, kind: 'start' };
const print = (at: number): TraceEvent => ({ at, kind: 'print', text: `line ${at}` });
const block = (at: number, stack: number, id: string | null): TraceEvent => ({
  at,
  kind: 'block',
  stack,
  block: id,
});

/** A sender on a line that takes everything at once, or only when `drain` is called. */
function bench({ slow = false } = {}) {
  const clock = new VirtualClock();
  const batches: (TraceBatch & { sentAt: number })[] = [];
  const levels = new Map<number, 0 | 1>();
  let drain = () => {};
  const sender = createTraceSender({
    clock,
    levels: () => levels,
    publish(payload, written) {
      batches.push({ ...traceBatchSchema.parse(JSON.parse(payload)), sentAt: clock.now() });
      if (slow) drain = written;
      else written();
    },
  });
  return { clock, batches, levels, sender, drain: () => drain() };
}

describe('the trace sender', () => {
  it('sends the first event after a quiet time at once, with its companions', () => {
    const { clock, batches, sender } = bench();
    sender.online();
    sender.push('run-0001', [start, print(1)]);
    clock.advance(1000 * ms);
    sender.push('run-0001', [print(2)]);
    clock.advance(1000 * ms);
    expect(batches.map((batch) => batch.sentAt)).toEqual([gather, 1000 * ms + gather]);
  });

  it('then sends at most one batch per interval, with all that came meanwhile', () => {
    const { clock, batches, sender } = bench();
    sender.online();
    for (let at = 0; at < 200; at += 1) {
      sender.push('run-0001', [print(at)]);
      clock.advance(ms);
    }
    clock.advance(100 * ms);
    expect(batches.map((batch) => batch.sentAt / ms)).toEqual([2, 52, 102, 152, 202]);
    expect(batches.map((batch) => batch.sequence)).toEqual([0, 1, 2, 3, 4]);
    expect(batches.flatMap((batch) => batch.events)).toEqual(
      Array.from({ length: 200 }, (_, at) => print(at)),
    );
  });

  it('lets a lone start wait a moment for its first block', () => {
    const { clock, batches, sender } = bench();
    sender.online();
    sender.push('run-0001', [start]);
    clock.advance(ms);
    sender.push('run-0001', [print(1000)]);
    clock.advance(gather);
    expect(batches.map((batch) => batch.events)).toEqual([[start, print(1000)]]);
  });

  it('sends a start that stays alone', () => {
    const { clock, batches, sender } = bench();
    sender.online();
    sender.push('run-0001', [start]);
    clock.advance(10 * ms);
    expect(batches.map((batch) => batch.events)).toEqual([[start]]);
  });

  it('drops a flood visibly and stays within the contract’s bounds', () => {
    const { clock, batches, sender } = bench();
    sender.online();
    sender.push('run-0001', [start, print(0)]);
    clock.advance(gather);
    for (let at = 0; at < 20_000; at += 1) sender.push('run-0001', [print(at)]);
    clock.advance(100 * ms);
    expect(batches).toHaveLength(2);
    const flood = batches[1]?.events ?? [];
    expect(flood.length).toBeLessThanOrEqual(limits.traceBatchEvents);
    expect(flood.find((event) => event.kind === 'gap')?.dropped).toBe(20_000 - flood.length + 1);
  });

  it('numbers the batches of each run from 0 and never mixes runs', () => {
    const { clock, batches, sender } = bench();
    sender.online();
    sender.push('run-0001', [start, print(1)]);
    clock.advance(gather);
    sender.push('run-0001', [{ at: 5, kind: 'end', reason: 'replaced' }]);
    sender.push('run-0002', [start, print(2)]);
    clock.advance(200 * ms);
    expect(batches.map(({ runId, sequence, sentAt }) => [runId, sequence, sentAt / ms])).toEqual([
      ['run-0001', 0, 2],
      ['run-0001', 1, 52],
      ['run-0002', 0, 102],
    ]);
  });

  it('holds the next batch back until the line has taken the last one', () => {
    const { clock, batches, sender, drain } = bench({ slow: true });
    sender.online();
    sender.push('run-0001', [print(1)]);
    clock.advance(gather);
    sender.push('run-0001', [print(2)]);
    clock.advance(500 * ms);
    expect(batches).toHaveLength(1);
    drain();
    clock.advance(0);
    expect(batches).toHaveLength(2);
  });

  it('sends what waits at once when the agent stops, and no more after that', () => {
    const { clock, batches, sender } = bench({ slow: true });
    const end: TraceEvent = { at: 5, kind: 'end', reason: 'agent-stopped' };
    sender.online();
    sender.push('run-0001', [start, print(1)]);
    clock.advance(gather);
    sender.push('run-0001', [end]);
    sender.finish();
    expect(batches.map((batch) => batch.events)).toEqual([[start, print(1)], [end]]);
    sender.push('run-0001', [print(6)]);
    clock.advance(1000 * ms);
    expect(batches).toHaveLength(2);
  });

  describe('when the line is cut', () => {
    it('keeps what fits and sends it with how things stand when the line is back', () => {
      const { clock, batches, levels, sender } = bench();
      sender.online();
      sender.push('run-0001', [start, block(1, 0, 'a'), block(1, 1, 'b')]);
      clock.advance(gather);
      sender.offline();
      sender.push('run-0001', [block(2, 1, 'c'), { at: 3, kind: 'pin', gpio: 18, level: 1 }]);
      clock.advance(1000 * ms);
      expect(batches).toHaveLength(1);
      levels.set(18, 1).set(25, 0);
      sender.online();
      clock.advance(0);
      expect(batches[1]).toMatchObject({
        resync: true,
        sequence: 1,
        events: [
          block(2, 1, 'c'),
          { at: 3, kind: 'pin', gpio: 18, level: 1 },
          { at: 3, kind: 'pin', gpio: 18, level: 1 },
          { at: 3, kind: 'pin', gpio: 25, level: 0 },
          block(3, 0, 'a'),
          block(3, 1, 'c'),
        ],
      });
    });

    it('repeats the end of a run that ended meanwhile, or whose end was lost on the way', () => {
      const { clock, batches, sender } = bench();
      const end: TraceEvent = { at: 9, kind: 'end', reason: 'finished' };
      sender.online();
      sender.push('run-0001', [start, end]);
      clock.advance(gather);
      sender.offline();
      sender.online();
      clock.advance(50 * ms);
      expect(batches[1]).toMatchObject({ runId: 'run-0001', sequence: 1, resync: true, events: [end] });
    });

    it('says how a run ended, even if its variables are too long to be repeated beside all that is new', () => {
      const { clock, batches, sender } = bench();
      const end: TraceEvent = { at: 9, kind: 'end', reason: 'finished' };
      const variable = (name: number): TraceEvent => {
        return { at: 1, kind: 'variable', name: `v${name}`, is: 'ß€'.repeat(100) };
      };
      sender.online();
      sender.push('run-0001', [start, ...Array.from({ length: 100 }, (_, name) => variable(name)), end]);
      clock.advance(1000 * ms);
      sender.offline();
      const before = batches.length;
      sender.push(
        'run-0001',
        Array.from({ length: 100 }, (_, name) => variable(name)),
      );
      sender.online();
      clock.advance(0);
      expect(batches[before]).toMatchObject({ resync: true });
      expect(batches[before]?.events.at(-1)).toEqual(end);
    });

    it('says how a run ended, even if more stands than one batch may hold beside all that is new', () => {
      const { clock, batches, sender } = bench();
      const end: TraceEvent = { at: 9999, kind: 'end', reason: 'finished' };
      const variable = (name: number): TraceEvent => ({ at: 1, kind: 'variable', name: `v${name}`, is: 1 });
      sender.push('run-0001', [start, ...Array.from({ length: 100 }, (_, name) => variable(name))]);
      sender.push(
        'run-0001',
        Array.from({ length: 60 }, (_, stack) => block(2, stack, 'b')),
      );
      for (let at = 3; at < 5000; at += 1) sender.push('run-0001', [print(at)]);
      sender.push('run-0001', [end]);
      sender.online();
      clock.advance(0);
      expect(batches[0]).toMatchObject({ resync: true });
      expect(batches[0]?.events.at(-1)).toEqual(end);
    });

    it('drops what is too much while it is away, visibly', () => {
      const { clock, batches, sender } = bench();
      for (let at = 0; at < 5000; at += 1) sender.push('run-0001', [print(at)]);
      clock.advance(1000 * ms);
      expect(batches).toHaveLength(0);
      sender.online();
      clock.advance(0);
      expect(batches).toHaveLength(1);
      expect(batches[0]?.events.some((event) => event.kind === 'gap')).toBe(true);
      expect(batches[0]?.events).toContainEqual(print(4999));
    });

    it('says nothing after a reconnect when nothing ever ran', () => {
      const { clock, batches, sender } = bench();
      sender.online();
      sender.offline();
      sender.online();
      clock.advance(1000 * ms);
      expect(batches).toEqual([]);
    });
  });
});

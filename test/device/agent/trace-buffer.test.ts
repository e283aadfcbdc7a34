import { describe, expect, it } from 'vitest';
import { createTraceBuffer } from '../../../device/agent/trace-buffer.ts';
import type { TraceEvent } from '../../../device/contract/trace.ts';

const limits = { events: 40, bytes: 8_000 };

function filled(events: readonly TraceEvent[], bounds = limits): TraceEvent[] {
  const buffer = createTraceBuffer(bounds);
  for (const event of events) buffer.push(event);
  return buffer.take();
}

const print = (at: number, text = `line ${at}`): TraceEvent => ({ at, kind: 'print', text });
const pin = (at: number, gpio: number, level: 0 | 1): TraceEvent => ({ at, kind: 'pin', gpio, level });
const counted = (events: readonly TraceEvent[]) =>
  events.reduce((sum, event) => sum + (event.kind === 'gap' ? event.dropped : 1), 0);
const isOrdered = (events: readonly TraceEvent[]) =>
  events.every((event, index) => index === 0 || (events[index - 1]?.at ?? 0) <= event.at);

describe('the buffer between two trace batches', () => {
  it('gives back what fits as it came', () => {
    const events = [{ at: 0, kind: 'start' } as const, pin(1, 18, 1), print(2)];
    expect(filled(events)).toEqual(events);
  });

  it('is empty after it was taken', () => {
    const buffer = createTraceBuffer(limits);
    buffer.push(print(1));
    expect(buffer.isEmpty).toBe(false);
    buffer.take();
    expect(buffer.isEmpty).toBe(true);
    expect(buffer.take()).toEqual([]);
  });

  describe('when more comes than fits', () => {
    const flood = Array.from({ length: 5000 }, (_, at) => print(at));

    it('keeps the beginning and the end, and counts what is missing between them', () => {
      const events = filled(flood);
      expect(events.length).toBeLessThanOrEqual(limits.events);
      expect(events[0]).toEqual(flood[0]);
      expect(events.at(-1)).toEqual(flood.at(-1));
      expect(events.filter((event) => event.kind === 'gap')).toHaveLength(1);
      expect(counted(events)).toBe(flood.length);
      expect(isOrdered(events)).toBe(true);
    });

    it('never drops the end of the program', () => {
      const end: TraceEvent = { at: 9999, kind: 'end', reason: 'stopped' };
      expect(filled([...flood, end]).at(-1)).toEqual(end);
    });

    it('keeps the last level of a pin and the last block of a stack from among the dropped', () => {
      const block: TraceEvent = { at: 12, kind: 'block', stack: 3, block: 'b' };
      const changes = [pin(10, 18, 1), pin(11, 23, 1), block, pin(13, 18, 0)];
      const before = Array.from({ length: 20 }, (_, at) => print(Math.min(at, 9)));
      const after = flood.map((_, index) => print(20 + index));
      const events = filled([...before, ...changes, ...after]);
      expect(events).toContainEqual(pin(13, 18, 0));
      expect(events).toContainEqual(pin(11, 23, 1));
      expect(events).toContainEqual(block);
      expect(events).not.toContainEqual(pin(10, 18, 1));
      expect(counted(events)).toBe(before.length + changes.length + after.length);
      expect(isOrdered(events)).toBe(true);
    });

    it('stays within the bytes, whatever the events are', () => {
      const long = Array.from({ length: 500 }, (_, at) => print(at, 'ü'.repeat(300)));
      const stacks = Array.from(
        { length: 500 },
        (_, at): TraceEvent => ({ at: 500 + at, kind: 'block', stack: at, block: '"'.repeat(64) }),
      );
      const events = filled([
        ...long,
        ...stacks,
        ...long.map((event) => ({ ...event, at: event.at + 1000 })),
      ]);
      expect(Buffer.byteLength(JSON.stringify(events))).toBeLessThanOrEqual(limits.bytes);
      expect(counted(events)).toBe(1500);
    });
  });
});

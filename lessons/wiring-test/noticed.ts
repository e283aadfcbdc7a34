import type { TraceEvent } from '../../device/contract/trace.ts';
import type { DoTest } from './part-test.ts';

/** What a test has heard of its part. */
export interface Noticed {
  readonly events: ReadonlySet<string>;
  readonly ranges: ReadonlyMap<
    string,
    { readonly low: number; readonly high: number; readonly last: number }
  >;
}

export const nothingNoticed: Noticed = { events: new Set(), ranges: new Map() };

/** Adds what the trace tells of a part. */
export function notice(noticed: Noticed, part: string, heard: readonly TraceEvent[]): Noticed {
  const events = new Set(noticed.events);
  const ranges = new Map(noticed.ranges);
  for (const event of heard) {
    if (event.kind === 'event' && event.part === part) events.add(event.event);
    if (event.kind !== 'value' || event.part !== part || typeof event.is !== 'number') continue;
    const { low, high } = ranges.get(event.value) ?? { low: event.is, high: event.is };
    ranges.set(event.value, { low: Math.min(low, event.is), high: Math.max(high, event.is), last: event.is });
  }
  return { events, ranges };
}

/** Whether the real input has done what the test asks for. */
export function isTicked({ signs }: Pick<DoTest, 'signs'>, { events, ranges }: Noticed): boolean {
  return signs.some((sign) => {
    if (sign.kind === 'event') return events.has(sign.event);
    const range = ranges.get(sign.value);
    return range !== undefined && range.high - range.low >= sign.by;
  });
}

import type { TraceEvent } from '../../device/contract/trace.ts';

/** A gap shorter than this in µs hides nothing that a person would see: what changed in it is told after it. */
const hiding = 100_000;

/** A time of which events were lost, in µs since the start. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

/**
 * The times that nothing is known of. Who counts what is lost tells so after it, unless nothing else was told since the
 * event before: then the loss reaches to the next one.
 */
export function gapsOf(events: readonly TraceEvent[], end: number): Gap[] {
  const gaps: Gap[] = [];
  events.forEach((event, index) => {
    // Messages that did not go out are not lost from what is told.
    if (event.kind !== 'gap' || event.unsent) return;
    const from = events[index - 1]?.at ?? event.at;
    const to = event.at > from ? event.at : (events[index + 1]?.at ?? end);
    if (to - from < hiding) return;
    const last = gaps.at(-1);
    if (last && from <= last.to) gaps[gaps.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else gaps.push({ from, to });
  });
  return gaps;
}

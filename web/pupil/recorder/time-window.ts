/** The stretch of a run that is in sight, µs since its start. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

/** The shortest stretch, µs: finer than the clocks that stamp a trace would be made up. */
export const shortestSpan = 20;
/** What is in sight at first, and of a short run at most, µs. */
export const firstSpan = 10_000_000;

/** The newest stretch of a length. */
export function newest(span: number, now: number): TimeWindow {
  const to = Math.max(now, span);
  return { from: to - span, to };
}

/** The whole run. */
export function whole(now: number, from = 0): TimeWindow {
  return { from, to: Math.max(now, from + 1000) };
}

/** A stretch `factor` times as long, in which `around` stays where it is. */
export function zoomed({ from, to }: TimeWindow, factor: number, around: number, now: number): TimeWindow {
  const longest = Math.max(now, firstSpan);
  const span = Math.min(longest, Math.max(shortestSpan, (to - from) * factor));
  const share = (around - from) / (to - from);
  return within({ from: around - share * span, to: around + (1 - share) * span }, now);
}

/** The stretch `by` µs later. */
export function panned({ from, to }: TimeWindow, by: number, now: number): TimeWindow {
  return within({ from: from + by, to: to + by }, now);
}

/** Moved as little as needed to lie within the run. */
function within({ from, to }: TimeWindow, now: number): TimeWindow {
  const span = to - from;
  const last = Math.max(now, span);
  const start = Math.max(0, Math.min(from, last - span));
  return { from: start, to: start + span };
}

/** Round moments for the axis, at most `most` of them, and how far they are apart, µs. */
export function axisTicks(
  { from, to }: TimeWindow,
  most: number,
): { readonly step: number; readonly at: readonly number[] } {
  const rough = (to - from) / Math.max(1, most);
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? power * 10;
  const at: number[] = [];
  for (let count = Math.ceil(from / step); count * step <= to; count++) at.push(count * step);
  return { step, at };
}

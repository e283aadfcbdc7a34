import { lasts, type Segment } from './segments.ts';
import type { Timeline } from './timeline.ts';

/** Seconds; one side may be left open. */
export interface SecondsSpan {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** How a stretch of time fits: `pending` when that cannot be told yet, or at all. */
export type SpanFit = 'fits' | 'short' | 'long' | 'pending';

/** What clocks and a busy Pi may stray by, in seconds: 0.03 s, less for what is shorter than 0.3 s. */
export function slack(seconds: number): number {
  return Math.min(0.03, seconds / 10);
}

/** How a duration fits that is known to be over. */
export function fitOf(seconds: number, { min = 0, max }: SecondsSpan): Exclude<SpanFit, 'pending'> {
  if (seconds < min - slack(min)) return 'short';
  return max !== undefined && seconds > max + slack(max) ? 'long' : 'fits';
}

/**
 * How long a stretch lasts against a span. One that goes on counts up to now, and fits when it is long enough
 * already, but not while it must not get too long. The end of a program that came to its end by itself ends it,
 * the end of one that was stopped does not.
 */
export function judgeSpan(
  segments: readonly Segment<unknown>[],
  first: number,
  last: number,
  span: SecondsSpan = {},
  { ending, whole }: Pick<Timeline, 'ending' | 'whole'>,
): SpanFit {
  const seconds = lasts({ from: segments[first]!.from, to: segments[last]!.to, is: undefined });
  const fit = fitOf(seconds, span);
  if (fit === 'long') return 'long';
  const before = segments[first - 1];
  const begun = before ? before.is !== undefined : whole;
  const after = segments[last + 1];
  const over = after ? after.is !== undefined : ending === 'finished';
  if (begun && over) return fit;
  return fit === 'fits' && span.max === undefined ? 'fits' : 'pending';
}

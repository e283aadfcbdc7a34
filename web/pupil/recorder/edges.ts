import type { Lane } from './lane.ts';
import type { Hole } from './run-record.ts';

/** A whole period of a lane: from a rise to the next. */
export interface Period {
  /** µs since the run's start; both are infinite for a pin that pulses faster than is recorded. */
  readonly from: number;
  readonly to: number;
  /** µs. */
  readonly length: number;
  /** Share of the period that the lane is on, 0 to 1. */
  readonly on: number;
}

/** The change nearest to a moment; `undefined` in a lane without changes. */
export function nearestEdge(lane: Lane, at: number): number | undefined {
  const before = lane.indexAt(at);
  const left = lane.times[before];
  const right = before + 1 < lane.count ? lane.times[before + 1] : undefined;
  if (before < 0 || left === undefined) return right;
  if (right === undefined) return left;
  return at - left <= right - at ? left : right;
}

/** The next change after a moment, or the last one before it; `undefined` when there is none. */
export function edgeBeside(lane: Lane, at: number, direction: 1 | -1): number | undefined {
  const index = lane.indexAt(at);
  if (direction === 1) return index + 1 < lane.count ? lane.times[index + 1] : undefined;
  let before = index;
  while (before >= 0 && lane.times[before]! >= at) before -= 1;
  return before >= 0 ? lane.times[before] : undefined;
}

/**
 * The period around a moment, from rise to rise; after the last rise, the last whole period. A pin is on while it is
 * high or pulses, a number while it is above the middle of all its values. `null` when there is no whole period, or
 * when something is missing in it.
 */
export function periodAround(lane: Lane, at: number, holes: readonly Hole[]): Period | null {
  if (lane.kind === 'text') return null;
  const here = lane.indexAt(at);
  const hertz = lane.hertz?.[here] ?? 0;
  if (here >= 0 && hertz > 0)
    return {
      from: Number.POSITIVE_INFINITY,
      to: Number.POSITIVE_INFINITY,
      length: 1e6 / hertz,
      on: lane.values[here]!,
    };
  const rises = (index: number) =>
    lane.kind === 'tick' || (index > 0 && !isOn(lane, index - 1) && isOn(lane, index));
  const back = (index: number) => {
    while (index >= 0 && !rises(index)) index -= 1;
    return index;
  };
  let first = back(here);
  let second = here + 1;
  while (second < lane.count && !rises(second)) second += 1;
  if (first < 0) {
    first = second;
    second = first + 1;
    while (second < lane.count && !rises(second)) second += 1;
  } else if (second >= lane.count) {
    second = first;
    first = back(first - 1);
  }
  if (first < 0 || second >= lane.count) return null;
  const [from, to] = [lane.times[first]!, lane.times[second]!];
  if (to <= from || holes.some((hole) => hole.from < to && hole.to > from)) return null;
  return { from, to, length: to - from, on: lane.kind === 'tick' ? 0 : onShare(lane, first, second) };
}

/** Whether a lane is on from this change on. */
export function isOn(lane: Lane, index: number): boolean {
  const value = lane.values[index]!;
  return lane.kind === 'level' ? value > 0 : value > (lane.least + lane.most) / 2;
}

function onShare(lane: Lane, first: number, second: number): number {
  let on = 0;
  for (let index = first; index < second; index++) {
    if (isOn(lane, index)) on += lane.times[index + 1]! - lane.times[index]!;
  }
  return on / (lane.times[second]! - lane.times[first]!);
}

/** The period of a lane that keeps time: the same (to a tenth) in its last three periods. */
export function steadyPeriod(lane: Lane, holes: readonly Hole[]): Period | null {
  const last = periodAround(lane, Number.MAX_SAFE_INTEGER, holes);
  if (!last || last.from === Number.POSITIVE_INFINITY) return last;
  const before = periodAround(lane, last.from - 1, holes);
  const third = before && periodAround(lane, before.from - 1, holes);
  // Where there is no earlier period, the first comes again.
  if (!before || !third || before.from >= last.from || third.from >= before.from) return null;
  const alike = ({ length }: Period) => Math.abs(length - last.length) <= last.length / 10;
  return alike(before) && alike(third) ? last : null;
}

/** A stretch of time in which something stays the same; µs since the run's start. `undefined`: nobody knows. */
export interface Segment<Value> {
  readonly from: number;
  readonly to: number;
  readonly is: Value | undefined;
}

/**
 * What lasts less than this in µs is not seen by a person and is passed over. It is 0.05 s less what the clocks of a Pi
 * stray by.
 */
export const blink = 45_000;

/** Seconds that a stretch lasts. */
export function lasts({ from, to }: Segment<unknown>): number {
  return (to - from) / 1e6;
}

/** The same with neighbours that are equal made one. */
export function merged<Value>(segments: readonly Segment<Value>[]): Segment<Value>[] {
  const result: Segment<Value>[] = [];
  for (const segment of segments) {
    const last = result.at(-1);
    if (last && last.is === segment.is) result[result.length - 1] = { ...last, to: segment.to };
    else result.push(segment);
  }
  return result;
}

/**
 * The same without what is shorter than `least` µs: it counts as what was before it, or at the beginning as what comes
 * next. What nobody knows stays, however short.
 */
export function steady<Value>(segments: readonly Segment<Value>[], least = blink): Segment<Value>[] {
  const result: Segment<Value>[] = [];
  let from: number | undefined;
  for (const segment of segments) {
    const last = result.at(-1);
    if (segment.is !== undefined && segment.to - segment.from < least) {
      if (last && last.is !== undefined && from === undefined) {
        result[result.length - 1] = { ...last, to: segment.to };
      } else from ??= segment.from;
      continue;
    }
    const whole = segment.is !== undefined && from !== undefined ? { ...segment, from } : segment;
    from = undefined;
    if (last && last.is === whole.is) result[result.length - 1] = { ...last, to: whole.to };
    else result.push(whole);
  }
  return result;
}

/** Both at the same time. */
export function both<One, Other, Value>(
  one: readonly Segment<One>[],
  other: readonly Segment<Other>[],
  join: (one: One | undefined, other: Other | undefined) => Value | undefined,
): Segment<Value>[] {
  const result: Segment<Value>[] = [];
  let i = 0;
  let j = 0;
  while (i < one.length && j < other.length) {
    const left = one[i]!;
    const right = other[j]!;
    const from = Math.max(left.from, right.from);
    const to = Math.min(left.to, right.to);
    const is = join(left.is, right.is);
    const last = result.at(-1);
    if (last && last.is === is) result[result.length - 1] = { ...last, to };
    else result.push({ from, to, is });
    // What changed at one moment is taken together: the moments in between were never.
    if (left.to <= to) i += 1;
    if (right.to <= to) j += 1;
  }
  return result;
}

/** The place of the last stretch that begins at `at` or before, -1 when there is none. */
export function indexAt(segments: readonly Segment<unknown>[], at: number): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (segments[middle]!.from <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

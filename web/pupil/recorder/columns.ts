import type { Lane } from './lane.ts';

/** The smallest and the largest value that holds within each column of pixels; `NaN` where none is known. */
export interface Columns {
  readonly least: Float64Array;
  readonly most: Float64Array;
}

/**
 * A lane as columns of equal time from `from` to `to`, µs. A column spans the values that hold in it, also the one that
 * held when it began. Takes time by the changes in sight, not by all.
 */
export function columnsOf(
  lane: Pick<Lane, 'times' | 'values' | 'count' | 'indexAt'>,
  from: number,
  to: number,
  width: number,
): Columns {
  const least = new Float64Array(width);
  const most = new Float64Array(width);
  const perColumn = (to - from) / width;
  const { times, values, count } = lane;
  let index = lane.indexAt(from);
  let held = index < 0 ? Number.NaN : values[index]!;
  index += 1;
  let nextColumn = index < count ? columnOf(times[index]!, from, perColumn) : width;
  for (let column = 0; column < width; column++) {
    let low = held;
    let high = held;
    while (nextColumn <= column) {
      held = values[index]!;
      // A comparison with NaN is false: what was unknown gives way, what is unknown counts for nothing.
      if (!(held >= low)) low = Number.isNaN(held) ? low : held;
      if (!(held <= high)) high = Number.isNaN(held) ? high : held;
      index += 1;
      nextColumn = index < count ? columnOf(times[index]!, from, perColumn) : width;
    }
    least[column] = low;
    most[column] = high;
  }
  return { least, most };
}

/** The column of a moment. */
export function columnOf(at: number, from: number, perColumn: number): number {
  return Math.floor((at - from) / perColumn);
}

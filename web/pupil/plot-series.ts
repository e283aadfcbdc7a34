import type { ConsoleLine } from './run-view.ts';

/** One curve: what a program printed under a name, over time. */
export interface Series {
  /** Empty for numbers without a name. */
  readonly name: string;
  /** Seconds since the program's start, never falling, and the number at that time. */
  readonly points: readonly { readonly seconds: number; readonly value: number }[];
}

/** The curves of a program, ready to be drawn. */
export interface Plot {
  /** What lies along the bottom: seconds, or the numbers' count where a program wrote them all at once. */
  readonly along: 'seconds' | 'count';
  /** Rising, one for each place of `curves`. */
  readonly x: readonly number[];
  readonly curves: readonly { readonly name: string; readonly y: readonly (number | null)[] }[];
}

/** Curves beyond these are left out, so that they stay to be told apart. */
export const mostSeries = 4;

/** A program that writes its numbers faster than so many seconds apart writes a table, not a measurement. */
const atOnce = 0.02;

/** A number alone, or behind a name: `21.5`, `Licht: 40`. */
const numberLine = /^(?:([^:\d][^:]{0,23}):\s*)?([+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?)$/i;

/** The curves in what a program printed, in the order in which their first numbers came. */
export function seriesOf(lines: readonly ConsoleLine[]): Series[] {
  const series = new Map<string, Series['points'][number][]>();
  for (const line of lines) {
    const found = line.kind === 'print' ? numberLine.exec(line.text.trim()) : null;
    const value = Number(found?.[2]?.replace(',', '.'));
    if (!found || !Number.isFinite(value)) continue;
    const name = found[1]?.trim() ?? '';
    const points = series.get(name) ?? [];
    if (points.length === 0 && series.size === mostSeries) continue;
    series.set(name, points);
    points.push({ seconds: line.at / 1e6, value });
  }
  return [...series].map(([name, points]) => ({ name, points }));
}

/** Puts curves on one axis. */
export function plotOf(series: readonly Series[]): Plot {
  const counted = series.every(({ points }) => writtenAtOnce(points));
  const placed = series.map(({ name, points }) => ({
    name,
    points: new Map(points.map(({ seconds, value }, index) => [counted ? index + 1 : seconds, value])),
  }));
  const x = [...new Set(placed.flatMap(({ points }) => [...points.keys()]))].sort((a, b) => a - b);
  return {
    along: counted ? 'count' : 'seconds',
    x,
    curves: placed.map(({ name, points }) => ({ name, y: x.map((place) => points.get(place) ?? null) })),
  };
}

function writtenAtOnce(points: Series['points']): boolean {
  const span = (points.at(-1)?.seconds ?? 0) - (points[0]?.seconds ?? 0);
  return points.length > 2 && span < atOnce * (points.length - 1);
}

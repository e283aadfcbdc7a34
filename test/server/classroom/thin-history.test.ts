import { describe, expect, it } from 'vitest';
import { type HistoryEntry, versionsToDrop } from '../../../server/classroom/thin-history.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
/** Noon, so that minutes and tens of minutes begin at it. */
const noon = 12 * hour;

/** Saves at these times before noon, oldest first. */
function saves(...ages: number[]): HistoryEntry[] {
  return ages.map((age, at) => ({ number: at + 1, kind: 'saved', savedAt: noon - age, size: 100 }));
}

/** What is left, as ages. */
function left(entries: readonly HistoryEntry[]): number[] {
  const dropped = new Set(versionsToDrop(entries, noon));
  return entries.filter(({ number }) => !dropped.has(number)).map(({ savedAt }) => noon - savedAt);
}

const every = (step: number, from: number, to: number) =>
  Array.from({ length: Math.floor((from - to) / step) + 1 }, (_, at) => from - at * step);

describe('thinning a history', () => {
  it.each<[string, number[], number[]]>([
    ['keeps nothing of nothing', [], []],
    ['keeps the only one, however old', [300 * hour], [300 * hour]],
    ['keeps the first and the newest, however old', [300 * hour, 299.99 * hour], [300 * hour, 299.99 * hour]],
    [
      'keeps all of the last two minutes',
      every(10 * second, 110 * second, 0),
      every(10 * second, 110 * second, 0),
    ],
    [
      'keeps one per minute of the last hour, the newest of each',
      [5 * minute - second, 4.5 * minute, 4 * minute + second, 3.5 * minute, 3 * minute + second, 0],
      // The first of all stays too.
      [5 * minute - second, 4 * minute + second, 3 * minute + second, 0],
    ],
    [
      'keeps one per ten minutes of what is older',
      [3 * hour, 2 * hour - minute, 2 * hour - 3 * minute, 2 * hour - 9 * minute, 0],
      [3 * hour, 2 * hour - 9 * minute, 0],
    ],
    ['takes saves of the future for new', [0, -hour, -2 * hour], [0, -hour, -2 * hour]],
  ])('%s', (_, ages, kept) => expect(left(saves(...ages))).toEqual(kept));

  it('keeps twenty of the last two minutes, and of those before only one per minute', () => {
    const kept = left(saves(...every(2 * second, 118 * second, 0)));
    expect(kept.slice(-20)).toEqual(every(2 * second, 38 * second, 0));
    expect(kept.length).toBeLessThanOrEqual(23);
  });

  it('bounds a lesson of 90 minutes in which something is saved every five seconds', () => {
    expect(left(saves(...every(5 * second, 90 * minute, 0))).length).toBeLessThanOrEqual(20 + 61 + 5);
  });

  it('drops nothing more when it looks a second time', () => {
    const entries = saves(...every(7 * second, 3 * hour, 0));
    const dropped = new Set(versionsToDrop(entries, noon));
    const rest = entries.filter(({ number }) => !dropped.has(number));
    expect(versionsToDrop(rest, noon)).toEqual([]);
  });

  it('thinned at every save, comes to no less than thinned at the end', () => {
    let entries: HistoryEntry[] = [];
    for (const entry of saves(...every(20 * second, 2 * hour, 0))) {
      entries.push(entry);
      const dropped = new Set(versionsToDrop(entries, entry.savedAt));
      entries = entries.filter(({ number }) => !dropped.has(number));
    }
    const minutes = new Set(
      entries
        .filter(({ savedAt }) => noon - savedAt < 59 * minute)
        .map(({ savedAt }) => Math.floor(savedAt / minute)),
    );
    expect(minutes.size).toBe(60);
  });

  it('keeps what was there before much was taken away', () => {
    const [whole, empty, ...later] = saves(5.5 * minute, 5.4 * minute, 5.3 * minute, 5.2 * minute, 0);
    const first = { number: 0, kind: 'saved', savedAt: noon - hour, size: 50 } as const;
    const entries = [first, { ...whole, size: 900 }, { ...empty, size: 20 }, ...later] as HistoryEntry[];
    expect(left(entries)).toContain(5.5 * minute);
  });

  it('keeps the newest twenty rejected ones, whatever is saved', () => {
    const rejected = saves(...every(second, 40 * second, 1 * second)).map(
      (entry): HistoryEntry => ({ ...entry, kind: 'rejected' }),
    );
    const all = [
      ...rejected,
      ...saves(...every(second, 500 * second, 0)).map((entry) => ({ ...entry, number: entry.number + 100 })),
    ];
    const dropped = new Set(versionsToDrop(all, noon));
    const kept = rejected.filter(({ number }) => !dropped.has(number));
    expect(kept.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, at) => at + 21));
  });
});

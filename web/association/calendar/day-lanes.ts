import type { DayScale } from './day-scale.ts';

/** What is special about some days, placed over them. */
export interface PlacedNote<Note> {
  readonly note: Note;
  /** CSS pixels from the scale's left. */
  readonly left: number;
  /** As wide as its days. */
  readonly width: number;
  /** As wide as its name may be written; it may go on over the days after it. */
  readonly room: number;
  /** Which line of names it has; null: no room for a name, the days' colour and their list tell. */
  readonly lane: number | null;
}

/** So many lines of names lie over the days. */
export const lanes = 2;
/** A character of the names' size, on average and with some to spare, CSS pixels. */
const character = 7.8;
const padding = 14;
const gap = 4;
/** Names longer than this end in dots. */
const longest = 220;

/** Puts names into lines so that none is cut by another: what lasts longest first, then as they come. */
export function placeNotes<Note extends { readonly startsOn: string; readonly endsOn: string }>(
  notes: readonly Note[],
  scale: DayScale,
  nameOf: (note: Note) => string,
): PlacedNote<Note>[] {
  const taken: [from: number, to: number][][] = Array.from({ length: lanes }, () => []);
  const all = notes
    .map((note) => {
      const left = Math.max(0, scale.x(Date.parse(`${note.startsOn}T00:00`)));
      const right = Math.min(
        scale.days * scale.width,
        scale.x(Date.parse(`${note.endsOn}T00:00`)) + scale.width,
      );
      return { note, left, width: right - left };
    })
    .filter(({ width }) => width > 0)
    .sort((a, b) => b.width - a.width || a.left - b.left);
  return all.map((one) => {
    const wanted = Math.min(longest, nameOf(one.note).length * character + padding);
    const to = one.left + Math.max(one.width, wanted);
    const lane = taken.findIndex((line) =>
      line.every(([from, end]) => one.left >= end + gap || to + gap <= from),
    );
    const fits = to <= scale.days * scale.width + gap || one.width >= wanted;
    if (lane < 0 || !fits) return { ...one, room: one.width, lane: null };
    taken[lane]?.push([one.left, to]);
    return { ...one, room: Math.max(one.width, wanted), lane };
  });
}

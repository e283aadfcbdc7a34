/** An entry of a seat's history: what thinning looks at. */
export interface HistoryEntry {
  /** Counts the entries of a seat, from 1. */
  readonly number: number;
  readonly kind: 'saved' | 'rejected';
  /** By the server's clock, ms since 1970. */
  readonly savedAt: number;
  /** Length of the work, in any unit. */
  readonly size: number;
}

const minute = 60_000;
/** So many saves of the last time are all kept. */
const recent = { within: 2 * minute, most: 20 };
/** After that one is kept of each minute, and later of each ten. */
const hour = 60 * minute;
const slots = { early: minute, late: 10 * minute };
/** Rejected versions that are kept. */
const rejectedKept = 20;
/** A version before one that is smaller than this part of it is what somebody may want back. */
const greatLoss = 0.6;
const lossesKept = 20;
/** However old a class grows. */
const mostSaved = 300;

/**
 * Which entries of a history go, so that the newest past is there in small steps and the rest in larger ones.
 * The first and the newest save always stay, and so does what was there before much was taken away.
 *
 * @param entries all of a seat, in any order
 * @param now ms since 1970; entries of the future, by a clock that was set back, count as new
 * @returns numbers of the entries to drop
 */
export function versionsToDrop(entries: readonly HistoryEntry[], now: number): number[] {
  const newestFirst = entries.toSorted((a, b) => b.number - a.number);
  const saved = newestFirst.filter(({ kind }) => kind === 'saved');
  const rejected = newestFirst.filter(({ kind }) => kind === 'rejected');
  const kept = new Set([...keptSaves(saved, now), ...rejected.slice(0, rejectedKept)]);
  return entries.filter((entry) => !kept.has(entry)).map(({ number }) => number);
}

function keptSaves(newestFirst: readonly HistoryEntry[], now: number): HistoryEntry[] {
  const first = newestFirst.at(-1);
  const kept = new Set(beforeLosses(newestFirst));
  const taken = new Set<string>();
  for (const [place, entry] of newestFirst.entries()) {
    const age = Math.max(0, now - entry.savedAt);
    const isNew = place === 0 || (age <= recent.within && place < recent.most);
    const slot = slotOf(entry.savedAt, age);
    // The newest of a slot stands for it, so that a slot's version is never exchanged for an older one.
    if (isNew || !taken.has(slot)) kept.add(entry);
    taken.add(slot);
  }
  const ordered = newestFirst.filter((entry) => kept.has(entry)).slice(0, mostSaved - 1);
  return first && !ordered.includes(first) ? [...ordered, first] : ordered;
}

/** Slots lie still in time: they don't wander with the present, or each look would drop others. */
function slotOf(savedAt: number, age: number): string {
  const length = age <= hour ? slots.early : slots.late;
  return `${length}:${Math.floor(savedAt / length)}`;
}

function beforeLosses(newestFirst: readonly HistoryEntry[]): HistoryEntry[] {
  return newestFirst
    .filter((entry, place) => (newestFirst[place - 1]?.size ?? entry.size) < entry.size * greatLoss)
    .slice(0, lossesKept);
}

import type { HistoryEntry } from '../../../server/api/contract/lending/stocktake.ts';

/** What stands in one line of a history: an entry, and earlier ones next to it whose texts were deleted, too. */
export type HistoryLine = readonly [HistoryEntry, ...HistoryEntry[]];

/** Entries as lines, in their order: what follows each other without a text is one line. */
export function foldErased(entries: readonly HistoryEntry[]): HistoryLine[] {
  const lines: [HistoryEntry, ...HistoryEntry[]][] = [];
  for (const entry of entries) {
    const last = lines.at(-1);
    if (last && entry.erased && last[0].erased) last.push(entry);
    else lines.push([entry]);
  }
  return lines;
}

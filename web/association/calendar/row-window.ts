import type { CalendarRow } from '../../../server/api/contract/lending/calendar.ts';

/** A line of the board: a kit, or the name of a group of kits. */
export type BoardLine =
  | { readonly key: string; readonly top: number; readonly row: CalendarRow }
  | { readonly key: string; readonly top: number; readonly group: string };

/** How high lines are, CSS pixels; the styles know them, too. */
export const rowHeight = 53;
export const groupHeight = 36;

export type Grouping = 'none' | 'template' | 'place';

/** Lines from top to bottom, and how high all of them are together. Groups stand in the order of their names, the nameless last. */
export function boardLines(
  rows: readonly CalendarRow[],
  grouping: Grouping,
  nameless: string,
): { lines: BoardLine[]; height: number } {
  const lines: BoardLine[] = [];
  let height = 0;
  const add = (some: readonly CalendarRow[]) => {
    for (const row of some) {
      lines.push({ key: row.asset.id, top: height, row });
      height += rowHeight;
    }
  };
  if (grouping === 'none') {
    add(rows);
    return { lines, height };
  }
  const groups = [...Map.groupBy(rows, (row) => groupOf(row, grouping))].sort(
    ([a], [b]) => Number(a === '') - Number(b === '') || a.localeCompare(b, 'de', { numeric: true }),
  );
  for (const [name, some] of groups) {
    lines.push({ key: `group ${name}`, top: height, group: name || nameless });
    height += groupHeight;
    add(some);
  }
  return { lines, height };
}

function groupOf({ asset, template }: CalendarRow, by: 'template' | 'place'): string {
  return (by === 'template' ? template : asset.place) ?? '';
}

/** Lines that are seen, some above and below them, and those that must stay whatever is seen. */
export function linesInSight(
  lines: readonly BoardLine[],
  sight: { readonly top: number; readonly height: number },
  kept: ReadonlySet<string>,
): BoardLine[] {
  const spare = 6 * rowHeight;
  const [from, to] = [sight.top - spare, sight.top + sight.height + spare];
  return lines.filter(({ key, top }) => (top + rowHeight > from && top < to) || kept.has(key));
}

/** Whether a row is what somebody looks for: a kit's code, name, place or template, or a school that has it. */
export function matches({ asset, template, bars }: CalendarRow, text: string): boolean {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const said = [asset.code, asset.name, asset.place, template ?? '', ...bars.map((bar) => bar.schoolName)]
    .join(' ')
    .toLocaleLowerCase();
  return words.every((word) => said.includes(word));
}

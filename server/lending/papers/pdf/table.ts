import { heightOf, type Line, putLine, setLines, type Words } from './inline.ts';
import { page, type Sheet } from './sheet.ts';

export interface Column {
  /** Part of the width that is free beside those with a width of their own. */
  readonly share?: number;
  /** Points. */
  readonly width?: number;
  readonly right?: boolean;
}

export interface Cell {
  readonly words: Words;
  /** Points. */
  readonly indent?: number;
}

export interface Row {
  readonly cells: readonly Cell[];
  /** A stronger rule above it: it begins something. */
  readonly begins?: boolean;
  /** It stays with the row after it. */
  readonly keep?: boolean;
}

export interface TableFacts {
  readonly columns: readonly Column[];
  /** Repeated on each page; null: none. */
  readonly head: Row | null;
  readonly rows: readonly Row[];
  readonly size: number;
}

const padding = { x: 5, y: 3.2 } as const;

interface SetRow {
  readonly cells: readonly { readonly lines: readonly Line[]; readonly x: number; readonly width: number }[];
  readonly height: number;
  readonly begins: boolean;
  readonly keep: boolean;
}

/** Writes a table over as many pages as it needs; a row stays on one page, the head comes again on each. */
export function putTable(sheet: Sheet, { columns, head, rows, size }: TableFacts): void {
  const places = columnPlaces(columns);
  const set = (row: Row): SetRow => {
    const cells = row.cells.map(({ words, indent = 0 }, index) => {
      const place = places[index] ?? { x: page.left, width: 40 };
      const width = place.width - 2 * padding.x - indent;
      const lines = setLines(sheet, words, width);
      return { lines, x: place.x + padding.x + indent, width };
    });
    const height = Math.max(size, ...cells.map(({ lines }) => heightOf(lines, size))) + 2 * padding.y;
    return { cells, height, begins: row.begins ?? false, keep: row.keep ?? false };
  };
  const setHead = head && set(head);
  const setRows = rows.map(set);
  const putHead = () => {
    if (!setHead) return;
    sheet.element('TR', () => putRow(sheet, setHead, columns, size, 'TH'));
    rule(sheet, 0.9);
  };
  sheet.element('Table', () => {
    sheet.reserve((setHead?.height ?? 0) + heightTogether(setRows, 0));
    putHead();
    setRows.forEach((row, index) => {
      const before = sheet.pages.length;
      sheet.reserve(heightTogether(setRows, index));
      if (sheet.pages.length > before) putHead();
      else if (index > 0) rule(sheet, row.begins ? 0.7 : 0.25);
      putLongRow(sheet, row, { columns, size, putHead });
    });
  });
  rule(sheet, 0.7);
}

/** A row with those that must not be parted from it, as far as a page can hold them. */
function heightTogether(rows: readonly SetRow[], first: number): number {
  let height = 0;
  for (let index = first; index < rows.length; index += 1) {
    height += rows[index]?.height ?? 0;
    if (!rows[index]?.keep || height > 200) break;
  }
  return height;
}

/** A row that is higher than a page goes on on the next. */
function putLongRow(
  sheet: Sheet,
  row: SetRow,
  about: { readonly columns: readonly Column[]; readonly size: number; readonly putHead: () => void },
): void {
  const { columns, size, putHead } = about;
  const lineRoom = () =>
    Math.max(1, Math.floor((page.bottom - sheet.y - 2 * padding.y) / heightOf([empty], size)));
  let rest = row;
  while (sheet.y + rest.height > page.bottom) {
    const room = lineRoom();
    const taken = {
      ...rest,
      cells: rest.cells.map((cell) => ({ ...cell, lines: cell.lines.slice(0, room) })),
    };
    sheet.element('TR', () => putRow(sheet, taken, columns, size, 'TD'));
    const cells = rest.cells.map((cell) => ({ ...cell, lines: cell.lines.slice(room) }));
    if (cells.every(({ lines }) => lines.length === 0)) return;
    const height = Math.max(...cells.map(({ lines }) => heightOf(lines, size))) + 2 * padding.y;
    rest = { ...rest, cells, height };
    sheet.newPage();
    putHead();
  }
  sheet.element('TR', () => putRow(sheet, rest, columns, size, 'TD'));
}

const empty: Line = { runs: [], width: 0 };

function putRow(sheet: Sheet, row: SetRow, columns: readonly Column[], size: number, tag: 'TH' | 'TD'): void {
  const top = sheet.y + padding.y;
  row.cells.forEach(({ lines, x, width }, index) => {
    sheet.element(tag, () => {
      if (lines.length === 0) return;
      sheet.content(() => {
        lines.forEach((line, number) => {
          const at = columns[index]?.right ? x + width - line.width : x;
          putLine(sheet, line, at, size, top + heightOf(lines.slice(0, number), size));
        });
      });
    });
  });
  sheet.y += row.height;
}

/** A line over the whole width. */
export function rule(sheet: Sheet, width: number): void {
  sheet.decoration(() => {
    sheet.stroke(
      [
        [page.left, sheet.y],
        [page.right, sheet.y],
      ],
      width,
      width > 0.5 ? 'quiet' : 'draft',
    );
  });
}

function columnPlaces(columns: readonly Column[]): { x: number; width: number }[] {
  const fixed = columns.reduce((sum, { width = 0 }) => sum + width, 0);
  const shares = columns.reduce((sum, { width, share = 1 }) => sum + (width === undefined ? share : 0), 0);
  let x: number = page.left;
  return columns.map(({ width, share = 1 }) => {
    const own = width ?? ((page.right - page.left - fixed) * share) / shares;
    const place = { x, width: own };
    x += own;
    return place;
  });
}

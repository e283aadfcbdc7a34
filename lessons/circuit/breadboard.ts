/** A half-size breadboard: 30 rows, five holes of a row joined on each side of the groove, two rails at each edge. */
export const rows = 30;
export const leftColumns = ['a', 'b', 'c', 'd', 'e'] as const;
export const rightColumns = ['f', 'g', 'h', 'i', 'j'] as const;
export const columns = [...leftColumns, ...rightColumns] as const;
export type Column = (typeof columns)[number];
export type Half = 'left' | 'right';

/** The rails from left to right. */
export const railNames = ['left-plus', 'left-minus', 'right-plus', 'right-minus'] as const;
export type RailName = (typeof railNames)[number];

/** Rows that have holes in the rails: groups of five with a gap between. */
export const railRows: readonly number[] = Array.from({ length: rows }, (_, index) => index + 1).filter(
  (row) => row % 6 !== 1,
);

export function halfOf(column: Column): Half {
  return column <= 'e' ? 'left' : 'right';
}

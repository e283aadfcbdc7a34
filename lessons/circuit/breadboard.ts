import type { Place } from './circuit.ts';

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

/** A name for a place, the same for the same place: `e3`, `left-minus 4`, `pin 12`, `servo.GND`. */
export function placeName(place: Place): string {
  switch (place.kind) {
    case 'hole':
      return `${place.column}${place.row}`;
    case 'rail':
      return `${place.rail} ${place.row}`;
    case 'pin':
      return `pin ${place.pin}`;
    default:
      return `${place.component}.${place.terminal}`;
  }
}

/** What is joined inside the breadboard: all places with one strip have one voltage. */
export function stripOf(place: Place): string {
  if (place.kind === 'hole') return `row ${place.row} ${halfOf(place.column)}`;
  if (place.kind === 'rail') return place.rail;
  return placeName(place);
}

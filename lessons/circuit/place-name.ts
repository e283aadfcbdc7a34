import { halfOf } from './breadboard.ts';
import type { Place } from './circuit.ts';

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

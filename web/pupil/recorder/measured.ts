import { msg } from '@lit/localize';
import type { Period } from './edges.ts';
import { levelInWords } from './lane-words.ts';
import type { ShownLane } from './shown-lanes.ts';
import type { CursorName } from './viewing.ts';
import type { Words } from './words.ts';

/** What the cursors measure: "A 1,000 s", "Δt 1,0 s", "1 Hz". */
export function cursorReadings(
  { a, b }: Readonly<Record<CursorName, number | null>>,
  words: Words,
): { readonly name: string; readonly value: string }[] {
  const readings: { name: string; value: string }[] = [];
  if (a !== null) readings.push({ name: 'A', value: words.moment(a, 1000) });
  if (b !== null) readings.push({ name: 'B', value: words.moment(b, 1000) });
  if (a !== null && b !== null && a !== b) {
    const apart = Math.abs(b - a);
    readings.push(
      { name: 'Δt', value: words.length(apart) },
      { name: '1/Δt', value: words.hertz(1e6 / apart) },
    );
  }
  return readings;
}

/** A period in words: "1,0 s · 1 Hz · 50 % an"; of what happens at moments only, without a share. */
export function periodInWords({ length, on }: Period, { lane, levels }: ShownLane, words: Words): string {
  const parts = [words.length(length), words.hertz(1e6 / length)];
  if (lane.kind === 'number') parts.push(`${words.percent(on)} ${msg('über der Mitte')}`);
  if (lane.kind === 'level') {
    // A button's pin is low while somebody presses it.
    const low = levels === 'button' || levels === 'switch';
    parts.push(`${words.percent(low ? 1 - on : on)} ${levelInWords(!low, levels)}`);
  }
  return parts.join(' · ');
}

import type { PartNow } from './part-now.ts';
import type { Hand } from './part-view.ts';

/** The range of a number input, and where it stands until the part has told its value. */
export interface HandRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly usual: number;
}

/** A slider for the number input that sets the value of the same name. */
export function rangeHand(now: PartNow, input: string, label: string, unit: string, range: HandRange): Hand {
  const { min, max, step, usual } = range;
  return { kind: 'range', input, label, unit, min, max, step, value: now.number(input, usual) };
}

/** What a weather sensor measures, in °C, % and hPa. */
export const temperatureRange: HandRange = { min: -40, max: 85, step: 0.5, usual: 20 };
export const humidityRange: HandRange = { min: 0, max: 100, step: 1, usual: 50 };
export const pressureRange: HandRange = { min: 300, max: 1100, step: 1, usual: 1013 };

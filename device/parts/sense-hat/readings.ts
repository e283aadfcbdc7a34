import { Reading } from '../reading.ts';

/** What a Sense HAT measures, and how far that can go. */
export const senseHatRanges = {
  temperature: { unit: '°C', min: -40, max: 85, resolution: 0.1 },
  humidity: { unit: '%', min: 0, max: 100, resolution: 1 },
  pressure: { unit: 'hPa', min: 300, max: 1100, resolution: 1 },
  tiltX: { unit: '°', min: -90, max: 90, resolution: 1 },
  tiltY: { unit: '°', min: -90, max: 90, resolution: 1 },
} as const;
export type SenseHatValue = keyof typeof senseHatRanges;
export const senseHatValues = Object.keys(senseHatRanges) as SenseHatValue[];

/** The measured values of a Sense HAT. */
export class SenseHatReadings {
  readonly #changed: (value: string) => void;
  readonly #readings = new Map(senseHatValues.map((name) => [name, new Reading(senseHatRanges[name])]));

  constructor(changed: (value: string) => void) {
    this.#changed = changed;
  }

  take(name: SenseHatValue, measured: number): void {
    if (this.#readings.get(name)!.take(measured)) this.#changed(name);
  }

  get(name: SenseHatValue): () => number {
    const reading = this.#readings.get(name)!;
    return () => reading.value;
  }
}

/**
 * By how many degrees a board is tilted to its right and to its front, by the gravity along its axes.
 * @param right and the others: g; the part of "up" that points there.
 */
export function tiltOf(right: number, front: number, up: number): [toRight: number, toFront: number] {
  const length = Math.hypot(right, front, up);
  if (length === 0) return [0, 0];
  const degrees = (part: number) => (-Math.asin(part / length) * 180) / Math.PI;
  return [degrees(right), degrees(front)];
}

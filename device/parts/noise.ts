/**
 * The noise of a simulated sensor, in its resolution: now and then a step more, and never two steps between two
 * readings.
 */
export function sensorNoise(random: () => number, resolution: number): number {
  return (random() * 1.2 - 0.4) * resolution;
}

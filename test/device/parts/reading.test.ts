import { describe, expect, it } from 'vitest';
import { sensorNoise } from '../../../device/parts/noise.ts';
import { Reading } from '../../../device/parts/reading.ts';
import { seededRandom } from '../../../device/program/seeded-random.ts';

describe('a reading', () => {
  it('is 0 before anything was measured', () => {
    expect(new Reading({ min: 300, max: 1100, resolution: 1 }).value).toBe(0);
  });

  it.each([
    { resolution: 1, measured: 20.4, is: 20 },
    { resolution: 0.1, measured: 21.4499, is: 21.4 },
    { resolution: 0.1, measured: 0.30000000000000004, is: 0.3 },
    { resolution: 0.1, measured: -12.26, is: -12.3 },
    { resolution: 1, measured: 1e9, is: 100 },
    { resolution: 1, measured: -1e9, is: -40 },
  ])('of $measured with a resolution of $resolution is $is', ({ resolution, measured, is }) => {
    const reading = new Reading({ min: -40, max: 100, resolution });
    expect(reading.take(measured)).toBe(true);
    expect(reading.value).toBe(is);
    expect(reading.take(measured)).toBe(false);
  });

  it('does not flutter between two numbers', () => {
    const reading = new Reading({ min: 0, max: 100, resolution: 1 });
    const changes = [50, 50.49, 50.51, 50.49, 50.59, 50.61, 50.49, 50.41, 50.39].map((measured) =>
      reading.take(measured) ? reading.value : '',
    );
    expect(changes).toEqual([50, '', '', '', '', 51, '', '', 50]);
  });

  it('leaves aside what is no number', () => {
    const reading = new Reading({ min: 0, max: 100, resolution: 1 });
    expect(reading.take(Number.NaN)).toBe(false);
    reading.take(7);
    expect(reading.take(Number.NaN)).toBe(false);
    expect(reading.value).toBe(7);
  });

  it('reaches both ends', () => {
    const reading = new Reading({ min: 0, max: 100, resolution: 1 });
    for (const [measured, is] of [
      [1, 1],
      [0.3, 0],
      [99, 99],
      [99.7, 100],
    ] as const) {
      reading.take(measured);
      expect(reading.value).toBe(is);
    }
  });
});

it('has a noise of one step at most, which a seed repeats', () => {
  const told = () => {
    const random = seededRandom(7);
    const reading = new Reading({ min: -40, max: 85, resolution: 0.1 });
    return Array.from({ length: 200 }, () => {
      reading.take(20 + sensorNoise(random, 0.1));
      return reading.value;
    });
  };
  expect(new Set(told())).toEqual(new Set([20, 20.1]));
  expect(told()).toEqual(told());
});

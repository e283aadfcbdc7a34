import { beforeEach, describe, expect, it } from 'vitest';
import { SteadyInputs } from '../../../../device/boards/character-device/steady-inputs.ts';
import type { Level } from '../../../../device/parts/driver.ts';
import { VirtualClock } from '../../../../device/program/virtual-clock.ts';

const settings = [
  { gpio: 25, direction: 'input', debounce: 5_000 },
  { gpio: 4, direction: 'input' },
] as const;

describe('contacts debounced in software', () => {
  let clock: VirtualClock;
  let inputs: SteadyInputs;
  let told: [gpio: number, level: Level, at: number][];
  /** Edges of GPIO 25 at these µs, of alternating levels beginning with 0; the kernel's clock is 1 s ahead. */
  const play = (...times: number[]) => {
    times.forEach((time, index) => {
      clock.advance(time - clock.now());
      const level = index % 2 === 0 ? 0 : 1;
      inputs.edge(25, level, 1_000_000 + time, (steady, at) => told.push([25, steady, at]));
    });
    clock.advance(100_000);
  };

  beforeEach(() => {
    clock = new VirtualClock();
    inputs = new SteadyInputs(settings, () => 1, clock);
    told = [];
  });

  it.each<[string, number[], [Level, number][]]>([
    ['a clean press, once it is steady', [1_000], [[0, 1_006_000]]],
    ['one press for a contact that bounces', [1_000, 1_200, 1_500, 1_900, 2_000], [[0, 1_007_000]]],
    ['nothing for a spike', [1_000, 1_300], []],
    [
      'press and release',
      [1_000, 9_000],
      [
        [0, 1_006_000],
        [1, 1_014_000],
      ],
    ],
  ])('tell %s', (_case, times, expected) => {
    play(...times);
    expect(told).toEqual(expected.map(([level, at]) => [25, level, at]));
  });

  it('show the level that counts, not the bounce', () => {
    expect(inputs.level(25)).toBe(1);
    inputs.edge(25, 0, 0, () => {});
    expect(inputs.level(25)).toBe(1);
    clock.advance(5_000);
    expect(inputs.level(25)).toBe(0);
  });

  it('pass on at once what is not to be debounced', () => {
    inputs.edge(4, 1, 7, (level, at) => told.push([4, level, at]));
    expect(told).toEqual([[4, 1, 7]]);
    expect(inputs.level(4)).toBeUndefined();
  });

  it('tell nothing after the end', () => {
    inputs.edge(25, 0, 0, (level, at) => told.push([25, level, at]));
    inputs.close();
    clock.advance(100_000);
    expect(told).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../device/program/seeded-random.ts';
import { columnsOf } from '../../../../web/pupil/recorder/columns.ts';
import type { Lane } from '../../../../web/pupil/recorder/lane.ts';
import { laneOf } from './lanes.ts';

/** By its definition: of every column the values that hold in it, looked for from the start. */
function byDefinition(lane: Lane, from: number, to: number, width: number) {
  const perColumn = (to - from) / width;
  const columns = Array.from({ length: width }, (_, column) => {
    const holds: number[] = [];
    let before = Number.NaN;
    for (let index = 0; index < lane.count; index++) {
      const at = lane.times[index]!;
      const place = at <= from ? -1 : Math.floor((at - from) / perColumn);
      if (place < column) before = lane.values[index]!;
      else if (place === column) holds.push(lane.values[index]!);
    }
    const known = [before, ...holds].filter((value) => !Number.isNaN(value));
    return known.length === 0 ? [Number.NaN, Number.NaN] : [Math.min(...known), Math.max(...known)];
  });
  return { least: columns.map(([least]) => least), most: columns.map(([, most]) => most) };
}

/** Changes at random moments, some at the same one, with values that are not known now and then. */
function randomLane(seed: number, changes: number): Lane {
  const random = seededRandom(seed);
  let at = 0;
  return laneOf(
    Array.from({ length: changes }, () => {
      at += random() < 0.2 ? 0 : Math.floor(random() ** 3 * 900);
      return [at, random() < 0.05 ? Number.NaN : Math.round(random() * 100)];
    }),
    'number',
  );
}

describe('a lane in columns of pixels', () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed))('is what its values are, random lane %i', (seed) => {
    const random = seededRandom(1000 + seed);
    const lane = randomLane(seed, Math.floor(random() * 600));
    const end = Math.max(10, lane.lastAt);
    const from = Math.floor((random() - 0.2) * end);
    const to = from + 1 + Math.floor(random() * end * 1.3);
    const width = 1 + Math.floor(random() * 120);
    const { least, most } = columnsOf(lane, from, to, width);
    expect({ least: [...least], most: [...most] }).toEqual(byDefinition(lane, from, to, width));
  });

  it('shows a glitch that is much shorter than a pixel', () => {
    const lane = laneOf([
      [0, 0],
      [500_001, 1],
      [500_002, 0],
    ]);
    const { least, most } = columnsOf(lane, 0, 1_000_000, 10);
    expect([...most]).toEqual([0, 0, 0, 0, 0, 1, 0, 0, 0, 0]);
    expect([...least]).toEqual(Array(10).fill(0));
  });
});

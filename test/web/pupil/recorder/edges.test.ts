import { describe, expect, it } from 'vitest';
import { edgeBeside, nearestEdge, periodAround, steadyPeriod } from '../../../../web/pupil/recorder/edges.ts';
import { laneOf } from './lanes.ts';

/** On for 250, off for 750. */
const quarter = laneOf([
  [0, 0],
  [1000, 1],
  [1250, 0],
  [2000, 1],
  [2250, 0],
  [3000, 1],
  [3250, 0],
]);

describe('the edge that is meant', () => {
  it.each([
    [-5, 0],
    [900, 1000],
    [1124, 1000],
    [1126, 1250],
    [9999, 3250],
  ])('by a place at %i is at %i', (at, edge) => {
    expect(nearestEdge(quarter, at)).toBe(edge);
  });

  it.each<[number, 1 | -1, number | undefined]>([
    [1000, 1, 1250],
    [1100, 1, 1250],
    [3250, 1, undefined],
    [1250, -1, 1000],
    [1251, -1, 1250],
    [0, -1, undefined],
  ])('from %i in direction %i is at %s', (at, direction, edge) => {
    expect(edgeBeside(quarter, at, direction)).toBe(edge);
  });

  it('is none in a lane without changes', () => {
    expect(nearestEdge(laneOf([]), 5)).toBeUndefined();
    expect(edgeBeside(laneOf([]), 5, 1)).toBeUndefined();
  });
});

describe('the period around a place', () => {
  it.each([
    ['while it is on', 1100, 1000, 2000],
    ['while it is off', 1900, 1000, 2000],
    ['at a rise', 2000, 2000, 3000],
    ['before the first rise: the first', 500, 1000, 2000],
    ['after the last rise: the last', 3500, 2000, 3000],
  ])('is from rise to rise, %s', (_, at, from, to) => {
    expect(periodAround(quarter, at, [])).toEqual({ from, to, length: 1000, on: 0.25 });
  });

  it.each([
    ['a lane without changes', []],
    [
      'one rise',
      [
        [0, 0],
        [10, 1],
        [20, 0],
      ],
    ],
    [
      'a lane that is on from the start',
      [
        [0, 1],
        [10, 0],
        [20, 1],
      ],
    ],
  ])('is none in %s', (_, changes) => {
    expect(periodAround(laneOf(changes), 15, [])).toBeNull();
  });

  it('is none where something is missing', () => {
    expect(periodAround(quarter, 1100, [{ from: 1500, to: 1600 }])).toBeNull();
    expect(periodAround(quarter, 2100, [{ from: 1500, to: 1600 }])?.from).toBe(2000);
    expect(periodAround(quarter, 2100, [{ from: 2500, to: Number.POSITIVE_INFINITY }])).toBeNull();
  });

  it('of a pin that pulses is told by its frequency', () => {
    const dimmed = laneOf([
      [0, 0],
      [500, 0.3, 200],
    ]);
    expect(periodAround(dimmed, 600, [])).toMatchObject({ length: 5000, on: 0.3 });
  });

  it('counts a pin as on however strongly it pulses', () => {
    const breathing = laneOf([
      [0, 0],
      [100, 0.2, 100],
      [200, 0.9, 100],
      [300, 0],
      [500, 0.2, 100],
      [700, 0],
    ]);
    expect(periodAround(breathing, 350, [])).toEqual({ from: 100, to: 500, length: 400, on: 0.5 });
  });

  it('of a number is from one way up through the middle to the next', () => {
    const wave = laneOf(
      [
        [0, 10],
        [10, 30],
        [20, 50],
        [30, 30],
        [40, 10],
        [50, 45],
        [60, 10],
      ],
      'number',
    );
    expect(periodAround(wave, 25, [])).toEqual({ from: 20, to: 50, length: 30, on: 1 / 3 });
  });

  it('of what happens is from one time to the next', () => {
    const beats = laneOf(
      [
        [100, 0],
        [300, 0],
        [500, 0],
      ],
      'tick',
    );
    expect(periodAround(beats, 310, [])).toEqual({ from: 300, to: 500, length: 200, on: 0 });
  });
});

describe('a lane that keeps time', () => {
  const beat = (...rises: number[]) =>
    laneOf([
      [0, 0],
      ...rises.flatMap((at) => [
        [at, 1],
        [at + 10, 0],
      ]),
    ]);

  it.each([
    ['three periods alike', beat(100, 200, 300, 400), 100],
    ['a little unsteadily', beat(100, 204, 300, 402), 102],
    ['too few periods', beat(100, 200, 300), undefined],
    ['a change of pace', beat(100, 200, 300, 500), undefined],
  ])('%s', (_, lane, length) => {
    expect(steadyPeriod(lane, [])?.length).toBe(length);
  });
});

import { describe, expect, it } from 'vitest';
import {
  axisTicks,
  newest,
  panned,
  shortestSpan,
  whole,
  zoomed,
} from '../../../../web/pupil/recorder/time-window.ts';

const second = 1e6;

describe('the stretch of a run that is in sight', () => {
  it('is the newest, and of a short run its start', () => {
    expect(newest(10 * second, 25 * second)).toEqual({ from: 15 * second, to: 25 * second });
    expect(newest(10 * second, 3 * second)).toEqual({ from: 0, to: 10 * second });
    expect(whole(25 * second)).toEqual({ from: 0, to: 25 * second });
  });

  it.each([
    ['in, around its middle', { from: 0, to: 1000 }, 0.5, 500, { from: 250, to: 750 }],
    ['in, around a moment', { from: 0, to: 1000 }, 0.5, 200, { from: 100, to: 600 }],
    ['in no further than clocks can tell', { from: 0, to: 30 }, 0.1, 15, { from: 5, to: 5 + shortestSpan }],
    ['out, no further than the start', { from: 100, to: 600 }, 4, 600, { from: 0, to: 2000 }],
    ['out to the whole run at most', { from: 0, to: 15 * second }, 9, 0, { from: 0, to: 20 * second }],
  ])('is zoomed %s', (_, window, factor, around, to) => {
    expect(zoomed(window, factor, around, 20 * second)).toEqual(to);
  });

  it.each([
    [200, { from: 300, to: 1300 }],
    [-500, { from: 0, to: 1000 }],
    [99 * second, { from: 20 * second - 1000, to: 20 * second }],
  ])('is moved by %i, and stays within the run', (by, to) => {
    expect(panned({ from: 100, to: 1100 }, by, 20 * second)).toEqual(to);
  });

  it.each([
    [{ from: 0, to: 10 * second }, 10, second],
    [{ from: 0, to: 10 * second }, 4, 5 * second],
    [{ from: 900, to: 1100 }, 5, 50],
  ])('has round moments on its axis: %j', (window, most, step) => {
    const ticks = axisTicks(window, most);
    expect(ticks.step).toBe(step);
    expect(ticks.at.every((at) => at % step === 0 && at >= window.from && at <= window.to)).toBe(true);
    expect(ticks.at.length).toBeLessThanOrEqual(most + 1);
  });
});

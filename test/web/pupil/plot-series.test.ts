import { describe, expect, it } from 'vitest';
import { mostSeries, plotOf, seriesOf } from '../../../web/pupil/plot-series.ts';
import type { ConsoleLine } from '../../../web/pupil/run-view.ts';

const print = (seconds: number, text: string): ConsoleLine => ({ kind: 'print', at: seconds * 1e6, text });
const printed = (...lines: [number, string][]) => lines.map(([seconds, text]) => print(seconds, text));

describe('the curves of what a program writes', () => {
  it.each([
    ['21.5', '', 21.5],
    ['-3', '', -3],
    [' 7 ', '', 7],
    ['1e-7', '', 1e-7],
    ['21,5', '', 21.5],
    ['Licht: 40', 'Licht', 40],
    ['Abstand in cm: 12.25', 'Abstand in cm', 12.25],
  ])('takes %j as the number of a curve', (text, name, value) => {
    expect(seriesOf([print(1, text)])).toEqual([{ name, points: [{ seconds: 1, value }] }]);
  });

  it.each(['Hallo', '', '12 cm', '1:2', '12:30', 'Infinity', 'NaN', 'zu warm: ja'])(
    'passes %j over',
    (text) => {
      expect(seriesOf([print(1, text)])).toEqual([]);
    },
  );

  it('keeps names apart, and takes so many at most', () => {
    const lines = Array.from({ length: mostSeries + 2 }, (_, index) =>
      print(index, `n${'x'.repeat(index)}: 1`),
    );
    expect(seriesOf([...lines, print(9, 'n: 2')]).map(({ points }) => points.length)).toEqual([2, 1, 1, 1]);
  });

  it('lie over time', () => {
    const plot = plotOf(seriesOf(printed([0, 'a: 1'], [0.5, 'b: 5'], [1, 'a: 2'])));
    expect(plot).toEqual({
      along: 'seconds',
      x: [0, 0.5, 1],
      curves: [
        { name: 'a', y: [1, null, 2] },
        { name: 'b', y: [null, 5, null] },
      ],
    });
  });

  it('lie over their count when the program wrote them all at once, as a table does', () => {
    const plot = plotOf(seriesOf(printed([0, '100'], [0, '105'], [0.001, '110.25'])));
    expect(plot).toEqual({ along: 'count', x: [1, 2, 3], curves: [{ name: '', y: [100, 105, 110.25] }] });
  });

  it('are none where nothing was written', () => {
    expect(plotOf(seriesOf([]))).toEqual({ along: 'count', x: [], curves: [] });
  });
});

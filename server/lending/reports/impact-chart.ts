import type { Impact } from '../../api/contract/lending/reports.ts';
import { page, type Sheet } from '../papers/pdf/sheet.ts';
import type { ReportWords } from './report-words.ts';

const height = 104;
/** Of the height that the tallest bar has; its figure stands above. */
const tallest = height * 0.84;

/**
 * Months as pairs of bars: children full, kits that were out empty with a frame, so that they differ without colour; each
 * measured by its own tallest, with its figure above. A screen reader hears the months one by one.
 */
export function putMonths(sheet: Sheet, { months }: Pick<Impact, 'months'>, words: ReportWords): void {
  const name = (month: string, style: 'short' | 'long') =>
    new Date(`${month}-15T12:00:00Z`).toLocaleDateString(words.locale, { timeZone: 'UTC', month: style });
  const told = months.map(({ month, pupils, kitsOut }) =>
    words.monthLine(name(month, 'long'), pupils, kitsOut),
  );
  const most = Math.max(1, ...months.map(({ pupils }) => pupils));
  const mostKits = Math.max(1, ...months.map(({ kitsOut }) => kitsOut));
  const base = sheet.y + height + 6;
  const step = (page.right - page.left) / Math.max(1, months.length);
  const bar = Math.min(15, step * 0.36);
  const figure = { size: 7, weight: 'bold' } as const;
  const quiet = { size: 7.5, colour: 'quiet' } as const;
  const middle = (x: number, y: number, text: string, style: typeof figure | typeof quiet) =>
    sheet.text(x - sheet.type.width(text, style) / 2, y, text, style);
  const draw = () => {
    sheet.stroke(
      [
        [page.left, base],
        [page.right, base],
      ],
      0.7,
      'draft',
    );
    months.forEach(({ month, pupils, kitsOut }, index) => {
      const x = page.left + step * (index + 0.5);
      if (pupils > 0) {
        const tall = (pupils / most) * tallest;
        sheet.box({ x: x - bar - 1, y: base - tall, width: bar, height: tall }, { fill: 'board' });
        middle(x - bar / 2 - 1, base - tall - 3, pupils.toLocaleString(words.locale), figure);
      }
      if (kitsOut > 0) {
        const tall = (kitsOut / mostKits) * tallest;
        sheet.box({ x: x + 1.5, y: base - tall, width: bar - 1, height: tall }, { frame: 'copper' });
        middle(x + bar / 2 + 1, base - tall - 3, kitsOut.toLocaleString(words.locale), figure);
      }
      middle(x, base + 11, name(month, 'short'), quiet);
    });
    const legend = base + 28;
    sheet.box({ x: page.left, y: legend - 7, width: 8, height: 8 }, { fill: 'board' });
    sheet.text(page.left + 13, legend, words.pupilsInClasses, quiet);
    const second = page.left + 13 + sheet.type.width(words.pupilsInClasses, quiet) + 18;
    sheet.box({ x: second, y: legend - 7, width: 8, height: 8 }, { frame: 'copper' });
    sheet.text(second + 13, legend, words.kitsOut, quiet);
  };
  sheet.element('Figure', () => sheet.content(draw), told.join('; '));
  sheet.y = base + 36;
}

import type { Language } from '../../locales/locale.ts';
import { csvLine, csvStart, harmless } from '../../ui/csv-line.ts';
import { textOf } from './lane-words.ts';
import type { RunRecord } from './run-record.ts';
import { fullName, type ShownLane } from './shown-lanes.ts';

const headings: Readonly<Record<Language, { columns: readonly string[]; hole: string }>> = {
  de: { columns: ['Zeit in s', 'Spur', 'Wert'], hole: '(hier fehlt etwas, Dauer in s)' },
  en: { columns: ['time in s', 'lane', 'value'], hole: '(something is missing here, duration in s)' },
};

/**
 * A run as a table, one change a line, in the order of time: time in s, lane, value. A pin is 0 or 1, or the share of
 * the time that it is high; how often it pulses is a lane of its own, in Hz. A stretch of which something was not heard
 * is a line with its length. German has semicolons and decimal commas, English commas and decimal points, as the
 * spreadsheets of the two expect; a mark at the start tells them that it is UTF-8.
 */
export function csvOf(run: RunRecord, lanes: readonly ShownLane[], language: Language): string {
  const { columns, hole } = headings[language];
  const number = (value: number, digits?: number) => {
    const text = digits === undefined ? String(value) : value.toFixed(digits);
    return language === 'de' ? text.replace('.', ',') : text;
  };
  const rows: { at: number; lane: string; value: string }[] = [];
  for (const shown of lanes) {
    const { lane } = shown;
    const name = fullName(shown);
    for (let index = 0; index < lane.count; index++) {
      const at = lane.times[index]!;
      const value = lane.values[index]!;
      const worded = lane.kind === 'text' || lane.kind === 'tick';
      const text = worded ? harmless(textOf(lane, index)) : Number.isNaN(value) ? '' : number(value);
      rows.push({ at, lane: name, value: text });
      const hertz = lane.hertz?.[index] ?? 0;
      if (hertz !== (lane.hertz?.[index - 1] ?? 0))
        rows.push({ at, lane: `${name} (Hz)`, value: number(hertz) });
    }
  }
  for (const { from, to } of run.holes)
    rows.push({ at: from, lane: hole, value: number((Math.min(to, run.lastAt) - from) / 1e6, 6) });
  rows.sort((a, b) => a.at - b.at);
  const lines = [columns, ...rows.map(({ at, lane, value }) => [number(at / 1e6, 6), harmless(lane), value])];
  return csvStart + lines.map((line) => csvLine(line, language)).join('');
}

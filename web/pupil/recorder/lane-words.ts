import { msg, str } from '@lit/localize';
import { steadyPeriod } from './edges.ts';
import { eventWord } from './event-words.ts';
import type { Lane } from './lane.ts';
import type { Hole } from './run-record.ts';
import type { ShownLane } from './shown-lanes.ts';
import type { Words } from './words.ts';

/** What a lane was at a moment: "an", "21,5 °C", "50 %, 100 Hz"; empty when it is not known. */
export function stateAt(shown: ShownLane, at: number, words: Words): string {
  const { lane } = shown;
  return lane.kind === 'tick' ? '' : changeInWords(shown, lane.indexAt(at), words);
}

/** What a lane became with a change. */
export function changeInWords(
  { lane, unit, levels }: Pick<ShownLane, 'lane' | 'unit' | 'levels'>,
  index: number,
  words: Words,
): string {
  const value = lane.values[index];
  if (index < 0 || value === undefined || Number.isNaN(value)) return '';
  if (lane.kind === 'text' || lane.kind === 'tick') return textOf(lane, index).replace(/\s+/g, ' ');
  if (lane.kind === 'number') return words.measured(value, unit);
  const hertz = lane.hertz?.[index] ?? 0;
  if (hertz > 0) return `${words.percent(value)}, ${words.hertz(hertz)}`;
  return levelInWords(value > 0, levels);
}

/** The text of a change in a lane of texts or ticks, in the page's language where a part tells it. */
export function textOf(lane: Lane, index: number): string {
  const text = lane.text(index);
  return lane.source.of === 'event' ? eventWord(text) : text;
}

/** A level as the part means it. */
export function levelInWords(high: boolean, levels: ShownLane['levels']): string {
  switch (levels) {
    case 'output':
      return high ? msg('an') : msg('aus');
    case 'button':
      return high ? msg('nicht gedrückt') : msg('gedrückt');
    case 'switch':
      return high ? msg('offen') : msg('geschlossen');
    case 'input':
      return high ? msg('hoch') : msg('tief');
  }
}

/** A lane for those who hear it: "rote LED, GPIO 18: an, wechselt alle 0,50 s". */
export function laneInWords(shown: ShownLane, now: number, holes: readonly Hole[], words: Words): string {
  const { lane, name, detail } = shown;
  const who = detail === '' ? name : `${name}, ${detail}`;
  const last = changeInWords(shown, lane.count - 1, words);
  if (lane.kind === 'tick') return msg(str`${who}: ${lane.count} ×, zuletzt „${last}“`);
  const is = stateAt(shown, now, words);
  if (lane.kind === 'number')
    return msg(
      str`${who}: ${is}, von ${words.number(lane.least)} bis ${words.measured(lane.most, shown.unit)}`,
    );
  const period = lane.kind === 'level' && shown.levels === 'output' ? steadyPeriod(lane, holes) : null;
  if (!period || period.from === Number.POSITIVE_INFINITY) return `${who}: ${is}`;
  if (Math.abs(period.on - 0.5) < 0.06)
    return msg(str`${who}: ${is}, wechselt alle ${words.length(period.length / 2)}`);
  return msg(str`${who}: ${is}, geht alle ${words.length(period.length)} an`);
}

import { html, nothing } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import type { DayNote } from '../../../server/api/contract/lending/loans.ts';
import { dateLocale } from '../../locales/locale.ts';
import { dayNoteName } from '../../ui/day-note-name.ts';
import { placeNotes } from './day-lanes.ts';
import { type DayScale, dayText } from './day-scale.ts';

/** A day narrower than this is not named; its week or month is. CSS pixels. */
const weekly = 20;

/** The days' names over the rows: weeks or months, and the special days by name. */
export function dayHeads(scale: DayScale, days: readonly DayNote[]) {
  const named = days.filter(({ kind }) => kind !== 'weekend');
  const placed = placeNotes(named, scale, dayNoteName);
  const used = 1 + Math.max(-1, ...placed.map(({ lane }) => lane ?? -1));
  const wide = styleMap({ width: `${scale.days * scale.width}px` });
  return html`<div class="head-row" style=${styleMap({ '--lanes': String(used) })}>
    <div class="name"></div>
    <div class="line" style=${wide}>
      ${stretches(scale).map(
        ({ x, width, text }) =>
          html`<div class="week" style=${styleMap({ left: `${x}px`, width: `${width}px` })}><span>${text}</span></div>`,
      )}
      ${placed.map(({ note, left, width, room, lane }) => {
        const name = dayNoteName(note);
        const at = (wide: number) =>
          styleMap({ left: `${left}px`, width: `${wide}px`, '--lane': String(lane ?? 0) });
        return html`<div class=${lane === null ? 'special nameless' : 'special'} title=${name} style=${at(width)}></div>
          ${lane === null ? nothing : html`<span class="special-name" style=${at(room)}>${name}</span>`}`;
      })}
    </div>
  </div>`;
}

/** Weekends, special days and today, behind the rows. */
export function behindDays(scale: DayScale, days: readonly DayNote[]) {
  const place = (from: string, to: string) => {
    const left = Math.max(0, scale.x(Date.parse(`${from}T00:00`)));
    const right = Math.min(scale.days * scale.width, scale.x(Date.parse(`${to}T00:00`)) + scale.width);
    return styleMap({ left: `${left}px`, width: `${Math.max(0, right - left)}px` });
  };
  const now = scale.x(Date.now());
  return html`<div class="behind" aria-hidden="true">
    ${weekends(scale).map(([from, to]) => html`<i class="weekend" style=${place(from, to)}></i>`)}
    ${days
      .filter(({ kind }) => kind !== 'weekend')
      .map((one) => html`<i class="holiday ${one.kind}" style=${place(one.startsOn, one.endsOn)}></i>`)}
    ${now >= 0 && now <= scale.days * scale.width ? html`<i class="today" style=${styleMap({ left: `${now}px` })}></i>` : nothing}
  </div>`;
}

/** Weeks, or months where weeks would be too narrow to name. */
function stretches(scale: DayScale): { x: number; width: number; text: string }[] {
  const byWeek = scale.width >= weekly;
  const format = new Intl.DateTimeFormat(
    dateLocale(),
    byWeek ? { day: 'numeric', month: 'short' } : { month: 'long', year: 'numeric' },
  );
  const starts: number[] = [];
  for (let index = 0; index < scale.days; index += 1) {
    const day = scale.dayAt(index);
    if (byWeek ? day.getDay() === 1 : day.getDate() === 1 || index === 0) starts.push(index);
  }
  return starts.map((index, at) => {
    const width = ((starts[at + 1] ?? scale.days) - index) * scale.width;
    // A few days at a month's end have no room for its name.
    return { x: index * scale.width, width, text: width < 60 ? '' : format.format(scale.dayAt(index)) };
  });
}

/** Saturday to Sunday, as far as the scale goes. */
function weekends(scale: DayScale): [string, string][] {
  const found: [string, string][] = [];
  for (let index = 0; index < scale.days; index += 1) {
    const day = scale.dayAt(index);
    if (day.getDay() === 6)
      found.push([dayText(day), dayText(scale.dayAt(Math.min(index + 1, scale.days - 1)))]);
  }
  return found;
}

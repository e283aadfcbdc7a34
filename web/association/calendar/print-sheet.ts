import { css, html, nothing } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { CalendarBar, CalendarRow } from '../../../server/api/contract/lending/calendar.ts';
import type { DayNote } from '../../../server/api/contract/lending/loans.ts';
import { dateLocale } from '../../locales/locale.ts';
import { dayNoteName } from '../../ui/day-note-name.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { DayScale, dayText } from './day-scale.ts';
import { barState } from './loan-bar-words.ts';

/** A whole month in which a moment lies; days are as wide as the paper lets them be. */
export function monthScale(at: number): DayScale {
  const time = new Date(at);
  const first = new Date(time.getFullYear(), time.getMonth());
  const days = new Date(time.getFullYear(), time.getMonth() + 1, 0).getDate();
  return new DayScale(first, days, 100 / days);
}

/** The month nearest to a moment's of which all days lie in a scale. */
export function wholeMonthIn(scale: DayScale, at: number): DayScale {
  const month = monthScale(at);
  if (month.from < scale.from) return monthScale(month.to);
  return month.to > scale.to ? monthScale(month.from - 1) : month;
}

/** A month of kits for the office's wall: a table whose head stands on each page. */
export function printSheet(rows: readonly CalendarRow[], notes: readonly DayNote[], month: DayScale) {
  const locale = dateLocale();
  const [firstDay, lastDay] = [dayText(month.first), dayText(month.dayAt(month.days - 1))];
  const days = Array.from({ length: month.days }, (_, index) => month.dayAt(index));
  const special = notes.filter(
    ({ kind, startsOn, endsOn }) => kind !== 'weekend' && startsOn <= lastDay && endsOn >= firstDay,
  );
  const free = (day: Date) =>
    [0, 6].includes(day.getDay()) ||
    special.some(({ startsOn, endsOn }) => startsOn <= dayText(day) && dayText(day) <= endsOn);
  const named = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric' });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short' });
  const grid = styleMap({ 'grid-template-columns': `repeat(${month.days}, 1fr)` });
  const cells = (text: (day: Date) => unknown) => html`<div class="days" style=${grid}>
    ${days.map((day) => html`<i class=${classMap({ free: free(day) })}>${text(day)}</i>`)}
  </div>`;
  return html`<table class="paper" data-test="paper">
    <caption>${new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' }).format(month.first)}</caption>
    <thead>
      <tr>
        <th></th>
        <td>${cells((day) => html`<b>${day.getDate()}</b>${weekday.format(day).slice(0, 2)}`)}</td>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ asset, bars }) => html`<tr>
          <th><b>${asset.code}</b> ${asset.name}</th>
          <td>${cells(() => nothing)}${bars.map((bar) => printBar(bar, month))}</td>
        </tr>`,
      )}
    </tbody>
    ${
      special.length === 0
        ? nothing
        : html`<tfoot>
            <tr>
              <td colspan="2">
                ${[
                  ...new Set(
                    special.map(
                      (note) =>
                        `${named.format(new Date(`${note.startsOn}T12:00`))}${note.endsOn === note.startsOn ? '' : `–${named.format(new Date(`${note.endsOn}T12:00`))}`} ${dayNoteName(note)}`,
                    ),
                  ),
                ].join(' · ')}
              </td>
            </tr>
          </tfoot>`
    }
  </table>`;
}

function printBar(bar: CalendarBar, month: DayScale) {
  const left = Math.max(0, month.x(bar.startsAt));
  const right = Math.min(100, month.x(Math.min(bar.endsAt, month.to)));
  if (right <= left) return nothing;
  const { icon, look } = barState(bar);
  return html`<span
    class="bar ${look}"
    style=${styleMap({ left: `${left}%`, width: `${Math.max(1, right - left)}%` })}
    >${lendingIcon(icon)}<span>${bar.schoolName} · ${bar.number}</span></span
  >`;
}

/** Widths are of A4, landscape; see `paperSize`. */
export const printStyles = css`
  .paper {
    width: 100%;
    border-collapse: collapse;
    color: #000000;
    font-size: 8.5pt;
    print-color-adjust: exact;
  }

  .paper caption {
    padding-bottom: 3mm;
    font-size: 16pt;
    font-weight: 700;
    text-align: left;
  }

  .paper tr {
    break-inside: avoid;
  }

  .paper th,
  .paper td {
    padding: 0;
    border: 0.3mm solid #999999;
    background: none;
    color: #000000;
    font-weight: 400;
    text-align: left;
  }

  .paper th {
    width: 42mm;
    max-width: 42mm;
    padding-inline: 1.5mm;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .paper tbody td {
    position: relative;
    height: 8.5mm;
  }

  .paper .days {
    display: grid;
    height: 100%;
  }

  .paper tbody .days {
    position: absolute;
    inset: 0;
  }

  .paper .days i {
    border-left: 0.2mm solid #dddddd;
    font-style: normal;
    text-align: center;
  }

  .paper .days i b {
    display: block;
  }

  .paper .free {
    background: #eeeeee;
  }

  .paper .bar {
    top: 0.8mm;
    height: 6.9mm;
    gap: 1mm;
    padding: 0 1mm;
    border-width: 0.4mm;
    font-size: 8pt;
  }

  .paper .bar svg {
    width: 3.2mm;
    height: 3.2mm;
    flex: none;
  }

  .paper .bar span {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .paper tfoot td {
    border: none;
    padding-top: 2mm;
  }

  @media screen {
    .paper {
      display: none;
    }
  }
`;

/** The paper's size can be said in the document alone, not in an element's styles. @returns what takes it back. */
export function paperSize(): () => void {
  const style = document.createElement('style');
  style.textContent =
    '@page { size: A4 landscape; margin: 10mm; } @media print { body { background: #ffffff; } }';
  document.head.append(style);
  return () => style.remove();
}

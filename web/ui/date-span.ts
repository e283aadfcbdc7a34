import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { DayNote } from '../../server/api/contract/lending/loans.ts';
import { dateLocale } from '../locales/locale.ts';
import { controlStyles } from './control-styles.ts';
import { dayNoteName } from './day-note-name.ts';
import { lineIcon } from './line-icons.ts';
import { type DaySpan, dayAfter, monthAfter, monthSheet, type SheetDay, spanWith } from './month-days.ts';

/**
 * From a day to a day: two fields to type in, and a month's sheet to press on, which knows holidays. Fires `span` with
 * what is chosen, and `month` with the month that it shows, so that somebody can give its holidays.
 */
@customElement('sb-date-span')
@localized()
export class DateSpan extends LitElement {
  @property({ attribute: false }) span: DaySpan = { from: '', to: '' };
  /** Holidays to mark. */
  @property({ attribute: false }) days: readonly DayNote[] = [];
  /** The first day that can be chosen: `2026-11-23`. */
  @property() least = '';
  /** Without an end, as with a donation. */
  @property({ type: Boolean }) startOnly = false;
  @property() fromLabel = '';
  @property() toLabel = '';

  @state() private month = '';
  /** The one day that Tab reaches; arrows move it. */
  @state() private cursor = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.show((this.span.from || this.least).slice(0, 7));
  }

  protected override render() {
    return html`<div class="fields">
        ${this.renderField('from', this.fromLabel || msg('Von'))}
        ${this.startOnly ? nothing : this.renderField('to', this.toLabel || msg('Bis'))}
      </div>
      <div class="sheet">
        <div class="head">
          <button class="button quiet" type="button" aria-label=${msg('Ein Monat früher')} @click=${() => this.show(monthAfter(this.month, -1))}>
            ${lineIcon('chevron-left')}
          </button>
          <strong aria-live="polite">${monthName(this.month)}</strong>
          <button class="button quiet" type="button" aria-label=${msg('Ein Monat später')} data-test="month-later" @click=${() => this.show(monthAfter(this.month, 1))}>
            ${lineIcon('chevron-right')}
          </button>
        </div>
        <table role="grid" aria-label=${monthName(this.month)} @keydown=${this.onKey}>
          <thead>
            <tr>
              ${weekdays().map(({ short, long }) => html`<th scope="col" abbr=${long}>${short}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${monthSheet(this.month, this.days).map(
              (week) => html`<tr>
                ${week.map((day) => html`<td>${this.renderDay(day)}</td>`)}
              </tr>`,
            )}
          </tbody>
        </table>
        ${this.renderNotes()}
      </div>`;
  }

  private renderField(which: 'from' | 'to', label: string) {
    return html`<div class="field">
      <label for=${which}>${label}</label>
      <input
        id=${which}
        type="date"
        required
        data-test="span-${which}"
        min=${(which === 'to' && this.span.from) || this.least}
        .value=${this.span[which]}
        @change=${(event: Event) => {
          const day = (event.target as HTMLInputElement).value;
          this.choose({ ...this.span, [which]: day });
          if (day) this.show(day.slice(0, 7));
        }}
      />
    </div>`;
  }

  private renderDay({ day, outside, weekend, notes }: SheetDay) {
    const { from } = this.span;
    const to = this.startOnly ? from : this.span.to;
    const end = day === from || day === to;
    const within = from !== '' && to !== '' && from <= day && day <= to;
    return html`<button
      type="button"
      class=${[outside ? 'outside' : '', weekend ? 'weekend' : '', within ? 'within' : '', end ? 'end' : '', notes.some(({ kind }) => kind === 'public') ? 'public' : notes.length > 0 ? 'school' : ''].join(' ')}
      tabindex=${day === this.cursor ? 0 : -1}
      data-day=${day}
      aria-label=${[dayName(day), ...notes.map(dayNoteName)].join(', ')}
      aria-pressed=${within || end}
      ?disabled=${day < this.least}
      @click=${() => {
        this.cursor = day;
        this.choose(this.startOnly ? { from: day, to: day } : spanWith(this.span, day));
      }}
    >
      ${Number(day.slice(8))}
    </button>`;
  }

  private renderNotes() {
    const seen = new Map(
      monthSheet(this.month, this.days)
        .flat()
        .filter(({ outside }) => !outside)
        .flatMap(({ notes }) => notes.map((note) => [`${note.startsOn} ${note.name}`, note] as const)),
    );
    if (seen.size === 0) return nothing;
    return html`<ul aria-label=${msg('Feiertage und Ferien')}>
      ${[...seen.values()].map(
        (note) => html`<li class=${note.kind}>
          <i aria-hidden="true"></i>${shortDay(note.startsOn)}${note.endsOn === note.startsOn ? '' : ` – ${shortDay(note.endsOn)}`}
          ${dayNoteName(note)}
        </li>`,
      )}
    </ul>`;
  }

  private choose(span: DaySpan): void {
    // Whoever types an earlier end than begin means the begin to move, too.
    this.span = span.to && span.from && span.to < span.from ? { from: span.from, to: '' } : span;
    this.dispatchEvent(new CustomEvent<DaySpan>('span', { detail: this.span }));
  }

  private show(month: string): void {
    if (!/^\d{4}-\d{2}$/.test(month) || month < this.least.slice(0, 7)) return;
    this.month = month;
    if (!this.cursor.startsWith(month)) {
      const wanted = this.span.from.startsWith(month) ? this.span.from : `${month}-01`;
      this.cursor = [wanted, this.least].toSorted().at(-1)!;
    }
    this.dispatchEvent(new CustomEvent<string>('month', { detail: month }));
  }

  private async onKey(event: KeyboardEvent): Promise<void> {
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = dayAfter(this.cursor, by);
    if (next < this.least) return;
    this.cursor = next;
    if (!next.startsWith(this.month)) this.show(next.slice(0, 7));
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus();
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: grid;
        gap: var(--sb-space-3);
        container-type: inline-size;
      }

      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(9rem, 100%), 1fr));
        gap: var(--sb-space-3);
      }

      .sheet {
        display: grid;
        gap: var(--sb-space-2);
        padding: var(--sb-space-2) var(--sb-space-3) var(--sb-space-3);
        border: 1px solid var(--sb-line);
        border-radius: var(--sb-radius);
        background: var(--sb-surface);
      }

      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
      }

      table {
        width: 100%;
        border-collapse: collapse;
        table-layout: fixed;
      }

      th {
        padding-block: var(--sb-space-1);
        color: var(--sb-ink-quiet);
        font-size: var(--sb-text-s);
        font-weight: 600;
      }

      td {
        padding: 1px 0;
      }

      td button {
        width: 100%;
        min-height: 2.75rem;
        padding: 0;
        border: 2px solid transparent;
        background: none;
        color: var(--sb-ink);
        font: inherit;
        cursor: pointer;
      }

      td button:hover:not(:disabled) {
        border-color: var(--sb-action);
        border-radius: var(--sb-radius-s);
      }

      td button:focus-visible {
        position: relative;
        outline-offset: -2px;
      }

      .weekend,
      .outside {
        color: var(--sb-ink-quiet);
      }

      .outside {
        font-size: var(--sb-text-s);
      }

      td button:disabled {
        color: var(--sb-ink-quiet);
        text-decoration: line-through;
        cursor: default;
      }

      td .school {
        background: var(--sb-waiting-soft);
      }

      td .public {
        background: var(--sb-copper-soft);
        color: var(--sb-copper);
        font-weight: 700;
      }

      td .within {
        background: var(--sb-action-soft);
      }

      td .within.public,
      td .within.school {
        box-shadow: inset 0 -4px 0 var(--sb-copper);
      }

      td .end {
        border-radius: var(--sb-radius-s);
        background: var(--sb-action);
        color: var(--sb-on-action);
        font-weight: 700;
      }

      ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--sb-space-1) var(--sb-space-4);
        margin: 0;
        padding: 0;
        font-size: var(--sb-text-s);
        list-style: none;
      }

      li {
        display: flex;
        align-items: center;
        gap: var(--sb-space-1);
      }

      li i {
        width: 0.8rem;
        height: 0.8rem;
        border: 1px solid var(--sb-line-strong);
        border-radius: 3px;
        background: var(--sb-waiting-soft);
      }

      li.public i {
        background: var(--sb-copper-soft);
        border-color: var(--sb-copper);
      }
    `,
  ];
}

function monthName(month: string): string {
  return new Date(`${month}-15T12:00`).toLocaleDateString(dateLocale(), { month: 'long', year: 'numeric' });
}

function dayName(day: string): string {
  return new Date(`${day}T12:00`).toLocaleDateString(dateLocale(), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}

function shortDay(day: string): string {
  return new Date(`${day}T12:00`).toLocaleDateString(dateLocale(), { day: 'numeric', month: 'numeric' });
}

/** Monday first; a week that began on a Monday. */
function weekdays(): readonly { short: string; long: string }[] {
  return Array.from({ length: 7 }, (_, index) => {
    const day = new Date(2024, 0, 1 + index, 12);
    return {
      short: day.toLocaleDateString(dateLocale(), { weekday: 'short' }),
      long: day.toLocaleDateString(dateLocale(), { weekday: 'long' }),
    };
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-date-span': DateSpan;
  }
}

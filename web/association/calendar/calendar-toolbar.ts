import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { controlStyles } from '../../ui/control-styles.ts';
import { formStyles } from '../../ui/form-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { type CalendarView, firstBefore } from './calendar-view.ts';
import { dayText } from './day-scale.ts';
import type { Grouping } from './row-window.ts';

/** From and to, local days. */
export interface FreeSpan {
  readonly from: string;
  readonly to: string;
}

/**
 * Which time, which kits. Fires `view` with what is to be shown otherwise, `seek` with the moment to show, `free` with a
 * time to look for free kits (null: no longer).
 */
@customElement('sb-calendar-toolbar')
@localized()
export class CalendarToolbar extends LitElement {
  @property({ attribute: false }) view!: CalendarView;
  /** So many kits are free in the time that was asked for; null: nobody asked. */
  @property({ type: Number }) free: number | null = null;

  @state() private from = '';
  @state() private to = '';

  protected override render() {
    return html`<div class="row">${this.renderTime()}${this.renderKits()}</div>
      ${this.renderFree()}`;
  }

  private renderTime() {
    const { zoom, first } = this.view;
    const turn = (days: number) => () =>
      this.show({ first: new Date(first.getFullYear(), first.getMonth(), first.getDate() + days) });
    const step = zoom === 'weeks' ? 28 : 84;
    return html`<div class="group">
        <button class="button icon" type="button" aria-label=${msg('Früher')} data-test="earlier" @click=${turn(-step)}>
          ${lineIcon('chevron-left')}
        </button>
        <button class="button" type="button" data-test="today" @click=${() => this.seek(Date.now())}>${msg('Heute')}</button>
        <button class="button icon" type="button" aria-label=${msg('Später')} data-test="later" @click=${turn(step)}>
          ${lineIcon('chevron-right')}
        </button>
      </div>
      <input
        class="date"
        type="date"
        aria-label=${msg('Zu einem Tag springen')}
        data-test="jump"
        min="2000-01-01"
        max="2100-01-01"
        @change=${this.onJump}
      />
      <div class="group" role="group" aria-label=${msg('Maßstab')}>
        ${(['weeks', 'months'] as const).map(
          (one) => html`<button
            class="button"
            type="button"
            aria-pressed=${one === zoom ? 'true' : 'false'}
            data-test="zoom-${one}"
            @click=${() => this.show({ zoom: one })}
          >
            ${one === 'weeks' ? msg('Wochen') : msg('Monate')}
          </button>`,
        )}
      </div>`;
  }

  private renderKits() {
    const { text, grouping } = this.view;
    const name = { none: msg('Nicht gruppiert'), template: msg('Nach Vorlage'), place: msg('Nach Lagerort') };
    return html`<div class="search">
        ${lineIcon('search')}
        <input
          type="search"
          aria-label=${msg('Kit, Lagerort oder Schule suchen')}
          placeholder=${msg('Kit oder Schule')}
          data-test="kit-search"
          .value=${text}
          @input=${(event: Event) => this.show({ text: textOf(event) })}
        />
      </div>
      <select
        aria-label=${msg('Gruppieren')}
        data-test="grouping"
        @change=${(event: Event) => this.show({ grouping: textOf(event) as Grouping })}
      >
        ${(['none', 'template', 'place'] as const).map(
          (one) => html`<option value=${one} ?selected=${one === grouping}>${name[one]}</option>`,
        )}
      </select>`;
  }

  private renderFree() {
    const { free } = this;
    return html`<form class="row" @submit=${this.onSearch}>
      <label for="from">${msg('Frei vom')}</label>
      <input
        class="date"
        id="from"
        type="date"
        required
        .value=${this.from}
        @input=${(event: Event) => {
          this.from = textOf(event);
        }}
      />
      <label for="to">${msg('bis')}</label>
      <input
        class="date"
        id="to"
        type="date"
        required
        min=${this.from || nothing}
        .value=${this.to}
        @input=${(event: Event) => {
          this.to = textOf(event);
        }}
      />
      <button class="button" type="submit" data-test="search-free">${lendingIcon('filter')}${msg('Zeigen')}</button>
      ${
        free === null
          ? nothing
          : html`<p role="status" data-test="free-count"><b>${msg(str`${free} frei`)}</b></p>
              <label class="check">
                <input
                  type="checkbox"
                  data-test="only-free"
                  .checked=${this.view.onlyFree}
                  @change=${(event: Event) => this.show({ onlyFree: (event.target as HTMLInputElement).checked })}
                />${msg('Nur freie')}
              </label>
              <button class="button quiet" type="button" data-test="all-again" @click=${() => this.tell('free', null)}>
                ${msg('Alle')}
              </button>`
      }
    </form>`;
  }

  private readonly onJump = (event: Event) => {
    const at = new Date(`${textOf(event)}T00:00`).getTime();
    if (!Number.isNaN(at)) this.seek(at);
  };

  private readonly onSearch = (event: Event) => {
    event.preventDefault();
    const { from, to } = this;
    this.tell<FreeSpan>('free', { from, to });
  };

  private seek(at: number): void {
    const first = firstBefore(at);
    if (dayText(first) !== dayText(this.view.first)) this.show({ first });
    this.tell('seek', at);
  }

  private show(part: Partial<CalendarView>): void {
    this.tell<CalendarView>('view', { ...this.view, ...part });
  }

  private tell<Detail>(name: string, detail: Detail): void {
    this.dispatchEvent(new CustomEvent<Detail>(name, { detail }));
  }

  static override styles = [
    controlStyles,
    formStyles,
    css`
      :host {
        display: grid;
        gap: var(--sb-space-2);
      }

      .group {
        display: flex;
      }

      .group .button {
        border-radius: 0;
        margin-left: -1.5px;
      }

      .group .button:first-child {
        margin-left: 0;
        border-radius: var(--sb-radius-s) 0 0 var(--sb-radius-s);
      }

      .group .button:last-child {
        border-radius: 0 var(--sb-radius-s) var(--sb-radius-s) 0;
      }

      .group [aria-pressed='true'] {
        z-index: 1;
        border-color: var(--sb-board);
        background: var(--sb-good-soft);
        font-weight: 650;
      }

      .icon {
        padding-inline: var(--sb-space-3);
      }

      .date {
        width: 10.5rem;
      }

      .search {
        flex: 1 1 11rem;
        max-width: 18rem;
      }

      select {
        width: auto;
      }
    `,
  ];
}

function textOf(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-calendar-toolbar': CalendarToolbar;
  }
}

import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { deletionTime } from '../../../server/live/contract/keep-time.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { choiceFor, keepChoices, keepName, lastDay } from './keep-words.ts';

/** For how long names and work are kept, as cards with the day that follows. Fires `choose` with the days. */
@customElement('sb-keep-choice')
@localized()
export class KeepChoice extends LitElement {
  @property({ type: Number }) days = 7;
  /** When the class ended, ms since 1970; null: it would end now. */
  @property({ attribute: false }) endedAt: number | null = null;

  protected override render() {
    const chosen = choiceFor(this.days);
    const now = Date.now();
    const from = this.endedAt ?? now;
    // What would delete it at once is no choice for a class that has ended: there is a button for that.
    const choices = keepChoices.filter(
      (days) => this.endedAt === null || deletionTime(this.endedAt, days) > now,
    );
    return html`<fieldset>
      <legend>${msg('Wie lange sollen Namen und Arbeiten bleiben?')}</legend>
      <div class="cards">
        ${choices.map(
          (days) => html`<label class="card">
            <input
              type="radio"
              name="keep"
              data-test="keep-${days}"
              .checked=${days === chosen}
              @change=${() => this.choose(days)}
            />
            <strong>${keepName(days)}</strong>
            <span class="hint">${days === 0 ? msg('sofort gelöscht') : msg(str`bis ${lastDay(from, days)}`)}</span>
          </label>`,
        )}
      </div>
    </fieldset>`;
  }

  private choose(days: number): void {
    this.days = days;
    this.dispatchEvent(new CustomEvent('choose', { detail: days }));
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
      }

      fieldset {
        margin: 0;
        padding: 0;
        border: none;
      }

      legend {
        padding: 0;
        margin-bottom: var(--sb-space-2);
        font-weight: 600;
      }

      .cards {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr));
        gap: var(--sb-space-2);
      }

      .card {
        display: grid;
        grid-template-columns: auto 1fr;
        align-content: start;
        align-items: baseline;
        gap: 0 var(--sb-space-2);
        min-height: 3.75rem;
        padding: var(--sb-space-2) var(--sb-space-3);
        border: 1.5px solid var(--sb-line-strong);
        border-radius: var(--sb-radius);
        background: var(--sb-surface);
        cursor: pointer;
        transition:
          background-color var(--sb-motion),
          border-color var(--sb-motion);
      }

      .card:hover {
        background: var(--sb-surface-sunk);
      }

      .card:has(:checked) {
        border-color: var(--sb-action);
        background: var(--sb-action-soft);
        box-shadow: inset 0 0 0 1px var(--sb-action);
      }

      .card:has(:focus-visible) {
        outline: 3px solid var(--sb-action);
        outline-offset: 2px;
      }

      .card input {
        width: 1.15rem;
        min-height: 0;
        height: 1.15rem;
        margin: 0;
        translate: 0 0.2rem;
        accent-color: var(--sb-action);
        outline: none;
      }

      .card .hint {
        grid-column: 2;
        color: var(--sb-ink);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-keep-choice': KeepChoice;
  }
}

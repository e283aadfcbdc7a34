import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { adultProblemText } from '../ui/account/adult-problem.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { lineIcon } from '../ui/line-icons.ts';
import type { StopOutcome } from './stop-all.ts';

/** What came of "stop all", in a note that stays until somebody closes it. Fires `dismiss`. */
@customElement('sb-stop-result')
@localized()
export class StopResult extends LitElement {
  @property({ attribute: false }) outcome: StopOutcome | null = null;

  protected override render() {
    return html`<div role="status">${this.outcome ? this.renderNote(this.outcome) : nothing}</div>`;
  }

  private renderNote(outcome: StopOutcome) {
    const good = !('problem' in outcome) && outcome.missing.length === 0;
    return html`<div class="note panel ${good ? 'good' : 'trouble'}">
      ${lineIcon(good ? 'hand' : 'circle-alert')}
      <p data-test="stop-all-result">${this.words(outcome)}</p>
      <button
        class="button quiet"
        type="button"
        aria-label=${msg('Hinweis schließen')}
        @click=${() => this.dispatchEvent(new Event('dismiss'))}
      >
        ${lineIcon('x')}
      </button>
    </div>`;
  }

  private words(outcome: StopOutcome) {
    if ('problem' in outcome)
      return html`<strong>${msg('Nicht gestoppt.')}</strong> ${adultProblemText(outcome.problem)}`;
    const { stopped, missing } = outcome;
    const done =
      stopped === 0 && missing.length === 0
        ? msg('Es lief kein Programm. Alles ist still.')
        : stopped === 1
          ? msg('1 Programm gestoppt.')
          : msg(str`${stopped} Programme gestoppt.`);
    if (missing.length === 0) return html`<strong>${done}</strong>`;
    const names = missing.join(', ');
    return html`<strong>${done}</strong> ${msg(
      str`Keine Antwort von: ${names}. Bitte sehen Sie dort nach; im Zweifel ziehen Sie den Stecker des Pi.`,
    )}`;
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
      }

      .note.panel {
        display: flex;
        align-items: center;
        gap: var(--sb-space-3);
        padding: var(--sb-space-1) var(--sb-space-2) var(--sb-space-1) var(--sb-space-4);
        border-left: 6px solid var(--tone);
        background: var(--tone-soft);
        animation: arrive var(--sb-motion) ease-out;
      }

      .note.good {
        --tone: var(--sb-good);
        --tone-soft: var(--sb-good-soft);
      }

      .note.trouble {
        --tone: var(--sb-stop);
        --tone-soft: var(--sb-stop-soft);
      }

      svg.lucide {
        color: var(--tone);
      }

      .button svg.lucide {
        color: inherit;
      }

      p {
        flex: 1;
        padding-block: var(--sb-space-2);
      }

      @keyframes arrive {
        from {
          opacity: 0;
          transform: translateY(-8px);
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-stop-result': StopResult;
  }
}

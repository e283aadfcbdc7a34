import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type Language, language } from '../locales/locale.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { lineIcon } from '../ui/line-icons.ts';
import { type Check, type Findings, type Verdict, verdictOf } from './verdicts.ts';
import { meaning, title } from './words.ts';

const icons = { good: 'circle-check', limited: 'triangle-alert', bad: 'circle-alert' } as const;

/** One thing that is tested: its light, and what it means for the lesson. */
@customElement('sb-check-row')
@localized()
export class SbCheckRow extends LitElement {
  @property() check!: Check;
  @property({ attribute: false }) found: Findings = {};
  /** Given, so that a switch of the language draws it anew. */
  @property() speaks: Language = language();

  override render() {
    const verdict = verdictOf(this.check, this.found);
    return html`<div class="row" data-test="check-${this.check}" data-verdict=${verdict ?? 'testing'}>
      <span class="light">${verdict ? lineIcon(icons[verdict]) : html`<span class="dot"></span>`}</span>
      <div>
        <h2>${title(this.check)}<span class="word">${word(verdict)}</span></h2>
        <p>${verdict ? meaning(this.check, verdict, this.found) : nothing}</p>
      </div>
    </div>`;
  }

  static override styles = [
    controlStyles,
    css`
      .row {
        display: flex;
        gap: var(--sb-space-3);
        padding: var(--sb-space-3) 0;
      }

      .light {
        display: grid;
        flex: none;
        place-items: center;
        width: 2.25rem;
        height: 2.25rem;
        border-radius: 50%;
        background: var(--sb-surface-sunk);
        color: var(--sb-ink-quiet);
      }

      [data-verdict='good'] .light {
        background: var(--sb-good-soft);
        color: var(--sb-good);
      }

      [data-verdict='limited'] .light {
        background: var(--sb-waiting-soft);
        color: var(--sb-waiting);
      }

      [data-verdict='bad'] .light {
        background: var(--sb-stop-soft);
        color: var(--sb-stop);
      }

      h2 {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 var(--sb-space-3);
        font-size: var(--sb-text-m);
      }

      .word {
        color: var(--sb-ink-quiet);
        font-size: var(--sb-text-s);
        font-weight: 400;
      }

      p {
        min-height: 1.5em;
        max-width: 60ch;
        color: var(--sb-ink-quiet);
      }

      .dot {
        width: 0.6rem;
        height: 0.6rem;
        border-radius: 50%;
        background: currentcolor;
        animation: breathe 1.2s ease-in-out infinite alternate;
      }

      @keyframes breathe {
        from {
          opacity: 0.25;
        }
      }

      @media (prefers-reduced-motion: reduce) {
        .dot {
          animation: none;
        }
      }
    `,
  ];
}

/** The light in a word, for who does not see its colour. */
function word(verdict: Verdict | undefined): string {
  switch (verdict) {
    case 'good':
      return msg('gut');
    case 'limited':
      return msg('eingeschränkt');
    case 'bad':
      return msg('gestört');
    case undefined:
      return msg('wird geprüft …');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-check-row': SbCheckRow;
  }
}

import { localized, msg } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Problem } from '../../device/contract/problem.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { DoubleEscape } from '../ui/double-escape.ts';
import { problemOf } from '../ui/problem-text.ts';

/** What came of stopping. */
export type StopOutcome =
  | { readonly stopped: number; readonly missing: readonly string[] }
  | { readonly problem: Problem };

/**
 * The red button that stops every program of the class, also by `Esc Esc`; it asks nothing, because stopping harms
 * nothing. Fires `stopped` with a `StopOutcome`.
 */
@customElement('sb-stop-all')
@localized()
export class StopAll extends LitElement {
  @property({ attribute: false }) stop!: () => Promise<{ stopped: number; missing: string[] }>;

  @state() private busy = false;
  readonly #escape = new DoubleEscape(() => void this.onStop());

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.#escape);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.#escape);
  }

  protected override render() {
    return html`<button
      class="button danger"
      type="button"
      title=${msg('Hält jedes Programm der Klasse an. Taste: zweimal Esc')}
      aria-keyshortcuts="Escape Escape"
      aria-busy=${this.busy}
      data-test="stop-all"
      @click=${this.onStop}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true"><rect x="3" y="3" width="18" height="18" rx="3" /></svg>
      <span>${this.busy ? msg('Stoppt …') : msg('Alle stoppen')}</span>
      <kbd aria-hidden="true">Esc Esc</kbd>
    </button>`;
  }

  private async onStop(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      this.tell(await this.stop());
    } catch (error) {
      this.tell({ problem: problemOf(error) });
    } finally {
      this.busy = false;
    }
  }

  private tell(outcome: StopOutcome): void {
    this.dispatchEvent(new CustomEvent('stopped', { detail: outcome }));
  }

  static override styles = [
    controlStyles,
    css`
      .button {
        min-width: 11rem;
        min-height: 3.25rem;
        padding-inline: var(--sb-space-6);
        font-size: var(--sb-text-l);
        font-weight: 700;
        white-space: nowrap;
      }

      svg {
        width: 1.1em;
        fill: currentcolor;
      }

      [aria-busy='true'] svg {
        animation: pulse 0.7s ease-in-out infinite alternate;
      }

      @media (prefers-reduced-motion: reduce) {
        [aria-busy='true'] svg {
          animation: none;
        }
      }

      @keyframes pulse {
        to {
          opacity: 0.3;
        }
      }

      kbd {
        padding: 0.1em 0.5em;
        border: 1px solid currentcolor;
        border-radius: var(--sb-radius-s);
        font: 500 var(--sb-text-s) var(--sb-font);
      }

      @media (max-width: 70rem), (hover: none) {
        kbd {
          display: none;
        }
      }

      @media (max-width: 40rem) {
        .button {
          min-width: 0;
          padding-inline: var(--sb-space-3);
          font-size: var(--sb-text-m);
        }
      }

      @media (max-width: 30rem) {
        .button {
          padding-inline: var(--sb-space-2);
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-stop-all': StopAll;
  }
}

import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Problem } from '../../device/contract/problem.ts';
import type { DeviceView } from '../../server/live/contract/live.ts';
import { call } from '../client/api.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { lineIcon } from '../ui/line-icons.ts';
import { problemOf } from '../ui/problem-text.ts';

/** How long the button says that the Pi has blinked, in ms. */
const answerShown = 4000;

/** Lets a Pi blink so that it can be found on the desks. Fires `problem` with what went wrong, or null. */
@customElement('sb-identify-button')
@localized()
export class IdentifyButton extends LitElement {
  @property({ attribute: false }) device: DeviceView | undefined;
  /** `data-test` of the button itself. */
  @property() test = '';

  @state() private phase: 'ready' | 'blinking' | 'done' = 'ready';

  protected override render() {
    return html`<button
      class="button ${this.phase}"
      type="button"
      title=${this.hint()}
      aria-label=${this.hint()}
      data-test=${ifDefined(this.test || undefined)}
      data-phase=${this.phase}
      ?disabled=${!this.device?.online || this.phase === 'blinking'}
      @click=${this.onClick}
    >
      ${lineIcon(this.phase === 'done' ? 'check' : 'lightbulb')}<span aria-live="polite">${this.words()}</span>
    </button>`;
  }

  private words(): string {
    if (this.phase === 'blinking') return msg('Blinkt …');
    if (this.phase === 'done') return msg('Geblinkt');
    return msg('Blinken');
  }

  private hint(): string {
    if (!this.device) return msg('Kein Pi, der blinken könnte');
    if (!this.device.online) return msg(str`Pi ${this.device.number} ist nicht verbunden`);
    return msg(str`Pi ${this.device.number} blinken lassen, um ihn zu finden`);
  }

  private async onClick(): Promise<void> {
    if (!this.device) return;
    // The answer comes when the blinking is over.
    this.phase = 'blinking';
    this.tell(null);
    try {
      await call('identifyDevice', { deviceId: this.device.id }, {});
      this.phase = 'done';
      setTimeout(() => {
        if (this.phase === 'done') this.phase = 'ready';
      }, answerShown);
    } catch (error) {
      this.phase = 'ready';
      this.tell(problemOf(error));
    }
  }

  private tell(problem: Problem | null): void {
    this.dispatchEvent(new CustomEvent('problem', { detail: problem }));
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: inline-block;
        flex: none;
      }

      .button {
        padding-inline: var(--sb-space-3);
        border-color: var(--sb-line);
        font-size: var(--sb-text-s);
      }

      .button:hover:enabled {
        border-color: var(--sb-line-strong);
      }

      .blinking:disabled {
        background: var(--sb-waiting-soft);
        color: var(--sb-ink);
      }

      .blinking svg.lucide {
        fill: var(--sb-glow);
        animation: blink 0.5s steps(2, jump-none) infinite alternate;
      }

      @keyframes blink {
        to {
          fill: transparent;
        }
      }

      @media (prefers-reduced-motion: reduce) {
        .blinking svg.lucide {
          animation: none;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-identify-button': IdentifyButton;
  }
}

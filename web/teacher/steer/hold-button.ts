import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { SteeringView } from '../../../server/live/contract/live.ts';
import { clockText } from '../../pupil/together/countdown.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { SpanTicker } from '../../ui/span-ticker.ts';
import { steeringIcon } from '../../ui/steering-icons.ts';
import type { ClassWatch } from '../class-watch.ts';

/** Holds the class to one thing, shows how long, adds five minutes and ends it. Fires `failed` with what was thrown. */
@customElement('sb-hold-button')
@localized()
export class HoldButton extends LitElement {
  @property({ attribute: false, hasChanged: () => true }) watch!: ClassWatch;
  @property() what: 'eyes-up' | 'programs-off' = 'eyes-up';

  @state() private busy = false;
  private readonly ticker = new SpanTicker(this);

  protected override willUpdate(): void {
    const steering = this.watch.state?.steering;
    this.ticker.hear(steering ? this.spanOf(steering) : null, steering);
  }

  protected override render() {
    const rest = this.ticker.left ?? 0;
    const on = rest > 0;
    const eyes = this.what === 'eyes-up';
    return html`<div class="hold ${on ? 'on' : ''} ${this.what}">
      <button
        class="button"
        type="button"
        aria-pressed=${on}
        title=${
          eyes
            ? msg(
                'Deckt die Seiten der Klasse zu, bis Sie es beenden oder 5 Minuten um sind. Programme laufen weiter.',
              )
            : msg(
                'Hält alle Programme an; 5 Minuten lang lässt sich keines starten. Gebaut werden kann weiter.',
              )
        }
        data-test=${this.what}
        aria-busy=${this.busy}
        @click=${() => this.hold(on ? 'off' : 'on')}
      >
        ${eyes ? lineIcon('eye') : steeringIcon(on ? 'power-off' : 'power')}
        <span>${eyes ? msg('Augen nach vorn') : msg('Programme aus')}</span>
        ${on ? html`<span class="rest" role="timer" aria-live="off">${clockText(rest)}</span>` : nothing}
      </button>
      ${
        on
          ? html`<button
              class="button longer"
              type="button"
              aria-label=${eyes ? msg('Augen nach vorn: 5 Minuten länger') : msg('Programme aus: 5 Minuten länger')}
              data-test="${this.what}-longer"
              @click=${() => this.hold('longer')}
            >
              +5
            </button>`
          : nothing
      }
      <p class="visually-hidden" role="status">${
        on ? (eyes ? msg('Die Seiten der Klasse sind zugedeckt.') : msg('Die Programme sind aus.')) : ''
      }</p>
    </div>`;
  }

  private spanOf({ eyesUpMs, programsOffMs }: SteeringView): number | null {
    return this.what === 'eyes-up' ? eyesUpMs : programsOffMs;
  }

  private async hold(action: 'on' | 'off' | 'longer'): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await this.watch.ask('class:hold', { what: this.what, action });
    } catch (thrown) {
      this.dispatchEvent(new CustomEvent('failed', { detail: thrown }));
    } finally {
      this.busy = false;
    }
  }

  static override styles = [
    controlStyles,
    css`
      :host,
      .hold {
        display: inline-flex;
      }

      .button {
        min-height: 3.25rem;
        white-space: nowrap;
      }

      .on .button {
        border-color: var(--tone);
        background: var(--tone);
        color: var(--sb-surface);
      }

      .on .button:hover {
        filter: brightness(1.1);
      }

      .on .button:first-child {
        border-radius: var(--sb-radius) 0 0 var(--sb-radius);
      }

      .on .longer {
        margin-left: 1px;
        border-radius: 0 var(--sb-radius) var(--sb-radius) 0;
      }

      .eyes-up {
        --tone: var(--sb-good);
      }

      .programs-off {
        --tone: var(--sb-waiting);
      }

      .rest {
        min-width: 2.6em;
        font-variant-numeric: tabular-nums;
        font-weight: 700;
        text-align: right;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-hold-button': HoldButton;
  }
}

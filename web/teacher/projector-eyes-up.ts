import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type Countdown, clockText, countdown, left } from '../pupil/together/countdown.ts';
import { lineIcon } from '../ui/line-icons.ts';

/** “Eyes to the front”, as large as the room, and how long it lasts. */
@customElement('sb-projector-eyes-up')
@localized()
export class ProjectorEyesUp extends LitElement {
  /** What was left of it when the server told it, ms. */
  @property({ attribute: false }) span = 0;
  /** Tells apart two spans of the same length. */
  @property({ attribute: false }) told: unknown = null;

  @state() private now = performance.now();
  private ends: Countdown | null = null;
  private timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => {
      this.now = performance.now();
    }, 500);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('span') && !changed.has('told')) return;
    this.now = performance.now();
    this.ends = countdown(this.span, this.now);
  }

  protected override render() {
    const rest = this.ends ? left(this.ends, this.now) : 0;
    return html`<div data-test="projector-eyes-up">
      <span class="eye" aria-hidden="true">${lineIcon('eye')}</span>
      <p class="words" role="status">${msg('Augen nach vorn!')}</p>
      ${rest > 0 ? html`<p class="rest" role="timer" aria-live="off">${msg(str`noch ${clockText(rest)}`)}</p>` : nothing}
    </div>`;
  }

  static override styles = css`
    :host {
      display: grid;
      place-items: center;
      border-radius: calc(var(--unit) * 1.5);
      background: var(--sb-board);
      color: var(--sb-on-board);
    }

    div {
      text-align: center;
    }

    p {
      margin: 0;
    }

    svg.lucide {
      width: calc(var(--unit) * 14);
      height: calc(var(--unit) * 14);
      stroke-width: 1.5;
    }

    .words {
      font-size: calc(var(--unit) * 9);
      font-weight: 700;
      line-height: 1.15;
    }

    .rest {
      margin-top: calc(var(--unit) * 2);
      font: 700 calc(var(--unit) * 5) / 1.2 var(--sb-font-code);
      font-variant-numeric: tabular-nums;
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-projector-eyes-up': ProjectorEyesUp;
  }
}

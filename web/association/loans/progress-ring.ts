import { css, html, LitElement, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';

const circumference = 2 * Math.PI * 26;

/** How much of something is done, as a ring that fills; the numbers stand beside it in words. */
@customElement('sb-progress-ring')
export class ProgressRing extends LitElement {
  @property({ type: Number }) done = 0;
  @property({ type: Number }) of = 0;

  protected override render() {
    const part = this.of === 0 ? 0 : this.done / this.of;
    return html`<svg viewBox="0 0 60 60" aria-hidden="true">
      <circle class="track" cx="30" cy="30" r="26" />
      ${part > 0 ? svg`<circle class="done" cx="30" cy="30" r="26" stroke-dasharray="${part * circumference} ${circumference}" />` : ''}
      <text x="30" y="36">${this.done}</text>
    </svg>`;
  }

  static override styles = css`
    :host {
      display: block;
      width: 4.5rem;
      height: 4.5rem;
      flex: none;
    }

    circle {
      fill: none;
      stroke-width: 7;
    }

    .track {
      stroke: var(--sb-line);
    }

    .done {
      stroke: var(--sb-good);
      stroke-linecap: round;
      rotate: -90deg;
      transform-origin: center;
    }

    text {
      fill: var(--sb-ink);
      font-size: 18px;
      font-weight: 700;
      text-anchor: middle;
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-progress-ring': ProgressRing;
  }
}

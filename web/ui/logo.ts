import { css, html, LitElement, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';

/** The product's mark, a breadboard with one shining LED, and its name unless `compact`. */
@customElement('sb-logo')
export class SbLogo extends LitElement {
  @property({ type: Boolean }) compact = false;

  override render() {
    return html`<svg viewBox="0 0 40 40" role="img" aria-label="Steckbrett">
        <rect class="board" x="2" y="10" width="36" height="28" rx="6" />
        <g class="holes">
          ${[8, 16, 24, 32].flatMap((x) => [24, 31].map((y) => svg`<circle cx=${x} cy=${y} r="1.7" />`))}
        </g>
        <path class="leg" d="M21.5 12v7M26.5 12v7" />
        <path class="led" d="M19 11V7a5 5 0 0 1 10 0v4z" />
        <path class="wire" d="M8 26c0-8 6-9 8-7" />
      </svg>
      ${this.compact ? nothing : html`<span>Steckbrett</span>`}`;
  }

  static override styles = css`
    :host {
      display: inline-flex;
      align-items: center;
      gap: 0.4em;
      color: var(--sb-good);
      font: 700 var(--sb-text-l) / 1 var(--sb-font);
      letter-spacing: -0.01em;
    }
    svg[role] {
      width: 1.9em;
      height: 1.9em;
    }
    .board {
      fill: var(--sb-board);
    }
    .holes circle {
      fill: var(--sb-on-board);
      opacity: 0.55;
    }
    .leg,
    .wire {
      fill: none;
      stroke: var(--sb-on-board);
      stroke-width: 1.6;
      stroke-linecap: round;
    }
    .wire {
      stroke: var(--sb-glow);
      stroke-width: 2.2;
    }
    .led {
      fill: var(--sb-glow);
      stroke: var(--sb-copper);
      stroke-width: 1.2;
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-logo': SbLogo;
  }
}

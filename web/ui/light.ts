import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';

/** How a thing is: `off` is away, `ready` is there and still, `busy` runs, `alarm` needs somebody. */
export type LightState = 'off' | 'ready' | 'busy' | 'alarm';

/** A small status light; the words beside it say the same, so it is hidden from screen readers. */
@customElement('sb-light')
export class SbLight extends LitElement {
  @property({ reflect: true }) state: LightState = 'off';

  override connectedCallback() {
    super.connectedCallback();
    this.setAttribute('aria-hidden', 'true');
  }

  override render() {
    return html`<i></i>`;
  }

  static override styles = css`
    :host {
      display: inline-grid;
      place-items: center;
      width: 0.9em;
      height: 0.9em;
      flex: none;
    }
    i {
      width: 0.75em;
      height: 0.75em;
      border-radius: 50%;
      border: 2px solid var(--sb-line-strong);
      transition: background var(--sb-motion);
    }
    :host([state="ready"]) i {
      background: var(--sb-good);
      border-color: var(--sb-good);
    }
    :host([state="busy"]) i {
      background: var(--sb-glow);
      border-color: var(--sb-copper);
      box-shadow: 0 0 0 4px color-mix(in srgb, var(--sb-glow) 35%, transparent);
    }
    :host([state="alarm"]) i {
      background: var(--sb-stop);
      border-color: var(--sb-stop);
    }
    @media (prefers-reduced-motion: no-preference) {
      :host([state="busy"]) i {
        animation: pulse 1.2s ease-in-out infinite;
      }
    }
    @keyframes pulse {
      50% {
        box-shadow: 0 0 0 1px color-mix(in srgb, var(--sb-glow) 35%, transparent);
      }
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-light': SbLight;
  }
}

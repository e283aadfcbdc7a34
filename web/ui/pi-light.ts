import { localized, msg } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';

/** The light of a Pi: filled and green when it is connected, an empty ring when not; said in words to screen readers. */
@localized()
@customElement('sb-pi-light')
export class PiLight extends LitElement {
  @property({ type: Boolean, reflect: true }) online = false;

  protected override render() {
    const words = this.online ? msg('Verbunden') : msg('Nicht verbunden');
    return html`<span role="img" aria-label=${words} title=${words}></span>`;
  }

  static override styles = css`
    :host {
      display: inline-flex;
      flex: none;
    }

    span {
      width: 0.75rem;
      height: 0.75rem;
      border: 2px solid var(--sb-line-strong);
      border-radius: 50%;
    }

    :host([online]) span {
      border-color: var(--sb-good);
      background: var(--sb-good);
      box-shadow: 0 0 0 3px var(--sb-good-soft);
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-pi-light': PiLight;
  }
}

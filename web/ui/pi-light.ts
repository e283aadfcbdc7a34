import { localized, msg } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import './light.ts';

/** The light of a Pi where no words beside it say whether it is connected: a screen reader and a pointer hear them here. */
@customElement('sb-pi-light')
@localized()
export class PiLight extends LitElement {
  @property({ type: Boolean, reflect: true }) online = false;

  protected override render() {
    const words = this.online ? msg('Verbunden') : msg('Nicht verbunden');
    return html`<span role="img" aria-label=${words} title=${words}>
      <sb-light state=${this.online ? 'ready' : 'off'}></sb-light>
    </span>`;
  }

  static override styles = css`
    :host {
      display: inline-flex;
      flex: none;
    }

    span {
      display: inline-flex;
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-pi-light': PiLight;
  }
}

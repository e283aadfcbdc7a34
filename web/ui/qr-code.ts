import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { encode } from 'uqr';
import { qrPath } from './qr-path.ts';

/** A QR code, always dark on white with its quiet zone, because phone cameras want it so. */
@customElement('sb-qr-code')
export class QrCode extends LitElement {
  /** What it says: an address. */
  @property() text = '';
  /** Its name for screen readers. */
  @property() label = '';

  protected override render() {
    const code = encode(this.text, { ecc: 'M', border: 3 });
    return html`<svg viewBox="0 0 ${code.size} ${code.size}" role="img" aria-label=${this.label}>
      <path d=${qrPath(code.data)} />
    </svg>`;
  }

  static override styles = css`
    :host {
      display: block;
      aspect-ratio: 1;
    }

    svg {
      display: block;
      width: 100%;
      height: 100%;
      border-radius: var(--sb-radius-s);
      background: #ffffff;
      shape-rendering: crispEdges;
      fill: #000000;
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-qr-code': QrCode;
  }
}

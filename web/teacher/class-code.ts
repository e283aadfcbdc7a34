import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../ui/qr-code.ts';
import type { ClassView } from '../../server/live/contract/live.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { lineIcon } from '../ui/line-icons.ts';
import { spokenAddress } from './class-summary.ts';

/** The class's code, large as on a circuit board, with the address, the QR code and the way to the projector view. */
@customElement('sb-class-code')
@localized()
export class ClassCode extends LitElement {
  @property({ attribute: false }) class!: ClassView;
  /** One line: the class is in, and the code is only for who comes late. */
  @property({ type: Boolean, reflect: true }) compact = false;

  protected override render() {
    const { code, id, joinUrl } = this.class;
    return html`<section aria-labelledby="title">
      <div class="words">
        <h2 id="title">${msg('Klassencode')}</h2>
        <p class="code" data-test="class-code">${code}</p>
        <p class="address">${msg('Eingeben auf')} <strong>${spokenAddress(joinUrl)}</strong></p>
        <a class="button" href="/projector?class=${encodeURIComponent(id)}" target="_blank" data-test="projector">
          ${lineIcon('presentation')}${msg('Auf den Beamer')}
        </a>
      </div>
      ${this.compact ? nothing : html`<sb-qr-code .text=${joinUrl} label=${msg(str`QR-Code zur Klasse ${code}`)}></sb-qr-code>`}
    </section>`;
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
        container-type: inline-size;
      }

      section {
        --hole: rgb(255 255 255 / 13%);
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--sb-space-6);
        height: 100%;
        padding: var(--sb-space-4) var(--sb-space-4) var(--sb-space-4) var(--sb-space-6);
        border-radius: var(--sb-radius);
        background:
          radial-gradient(circle at center, var(--hole) 0 2px, transparent 2.6px) 0 0 / 20px 20px,
          #124a30;
        box-shadow: var(--sb-shadow);
        color: #ffffff;
      }

      .words {
        min-width: 0;
      }

      h2 {
        font-size: var(--sb-text-m);
        font-weight: 600;
      }

      .code {
        font: 700 clamp(3rem, 13.5cqi, 7.5rem) / 1.1 var(--sb-font-code);
        letter-spacing: -0.01em;
        white-space: nowrap;
      }

      .address {
        font-size: clamp(1rem, 3cqi, 1.5rem);
        overflow-wrap: anywhere;
      }

      .button {
        margin-top: var(--sb-space-3);
        padding-inline: var(--sb-space-6);
        border-color: #ffffff;
        background: #ffffff;
        color: #124a30;
        font-size: var(--sb-text-l);
      }

      .button:hover {
        border-color: #dff0e6;
        background: #dff0e6;
      }

      @container (max-width: 24rem) {
        section {
          gap: var(--sb-space-3);
        }

        .code {
          font-size: 2.3rem;
        }
      }

      :host([compact]) {
        container-type: normal;
      }

      :host([compact]) section {
        padding: var(--sb-space-2) var(--sb-space-3);
      }

      :host([compact]) .words {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--sb-space-1) var(--sb-space-3);
      }

      :host([compact]) h2,
      :host([compact]) .address {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
        white-space: nowrap;
      }

      :host([compact]) .code {
        font-size: var(--sb-text-xl);
      }

      :host([compact]) .button {
        margin-top: 0;
        padding-inline: var(--sb-space-3);
        font-size: var(--sb-text-m);
      }

      sb-qr-code {
        width: clamp(7rem, 25cqi, 12rem);
        flex: none;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-class-code': ClassCode;
  }
}

import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PartGuide } from '../../lessons/parts/index.ts';
import { type Language, language } from '../locales/locale.ts';
import './part-picture.ts';

/** One part in the gallery: its picture, its name, what it does. A link, so that it opens in a new tab as well. */
@customElement('sb-part-card')
export class SbPartCard extends LitElement {
  @property({ attribute: false }) guide!: PartGuide;
  /** Given, so that a switch of the language draws it anew. */
  @property() speaks: Language = language();

  override render() {
    const { type, title, what, wiring } = this.guide;
    const part = wiring.parts.find((one) => one.type === type) ?? wiring.parts[0]!;
    return html`<a href="?part=${type}" data-part=${type}>
      <sb-part-picture .wired=${part}></sb-part-picture>
      <strong>${title[this.speaks]}</strong>
      <span>${what[this.speaks]}</span>
    </a>`;
  }

  static override styles = css`
    a {
      box-sizing: border-box;
      display: grid;
      grid-template-rows: 150px auto 1fr;
      gap: var(--sb-space-1);
      height: 100%;
      padding: var(--sb-space-3) var(--sb-space-4) var(--sb-space-4);
      border: 1px solid var(--sb-line);
      border-radius: 14px;
      background: var(--sb-surface);
      box-shadow: var(--sb-shadow);
      color: var(--sb-ink);
      text-decoration: none;
      transition:
        transform var(--sb-motion),
        border-color var(--sb-motion);
    }
    a:hover {
      border-color: var(--sb-board);
      transform: translateY(-2px);
    }
    a:focus-visible {
      outline: 3px solid var(--sb-action);
      outline-offset: 2px;
    }
    sb-part-picture {
      margin: var(--sb-space-2);
    }
    strong {
      font-size: var(--sb-text-l);
      line-height: 1.2;
    }
    span {
      color: var(--sb-ink-quiet);
      line-height: 1.35;
    }
    @media (prefers-reduced-motion: reduce) {
      a:hover {
        transform: none;
      }
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-part-card': SbPartCard;
  }
}

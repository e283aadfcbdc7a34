import { localized, msg } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { Badge } from '../../server/live/contract/live.ts';
import { badgeDrawings } from './badge-drawings.ts';

/** What a badge says, in the language that the page speaks now. */
export function badgeWord(badge: Badge): string {
  switch (badge) {
    case 'star':
      return msg('Stark gemacht');
    case 'idea':
      return msg('Gute Idee');
    case 'wiring':
      return msg('Sauber verdrahtet');
    case 'teamwork':
      return msg('Tolles Team');
    case 'perseverance':
      return msg('Drangeblieben');
    case 'helper':
      return msg('Hilfsbereit');
  }
}

/** A badge as a picture; its size is `--sb-badge-size`. Screen readers get the word, unless it stands beside the picture. */
@customElement('sb-badge-picture')
@localized()
export class SbBadgePicture extends LitElement {
  @property() badge: Badge = 'star';
  /** The word stands beside it. */
  @property({ type: Boolean }) plain = false;

  override render() {
    const drawing = unsafeHTML(
      `<svg viewBox="0 0 96 96" aria-hidden="true" focusable="false">${badgeDrawings[this.badge]}</svg>`,
    );
    return this.plain
      ? drawing
      : html`<span role="img" aria-label=${badgeWord(this.badge)}>${drawing}</span>`;
  }

  static override styles = css`
    :host {
      display: inline-block;
      width: var(--sb-badge-size, 3rem);
      height: var(--sb-badge-size, 3rem);
    }
    span {
      display: block;
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-badge-picture': SbBadgePicture;
  }
}

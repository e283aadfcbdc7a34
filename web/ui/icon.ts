import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { unsafeSVG } from 'lit/directives/unsafe-svg.js';
import { type IconName, icons } from './icons.ts';

/** One of our icons, drawn at once and in the text's size and colour; `label` names it where no text stands by. */
@customElement('sb-icon')
export class SbIcon extends LitElement {
  @property() name?: IconName;
  @property() label?: string;

  override render() {
    if (!this.name) return nothing;
    return html`<span
      role=${this.label ? 'img' : 'presentation'}
      aria-label=${this.label ?? nothing}
      aria-hidden=${this.label ? nothing : 'true'}
      >${unsafeSVG(icons[this.name])}</span
    >`;
  }

  static override styles = css`
    :host {
      display: inline-flex;
      flex: none;
      vertical-align: -0.15em;
    }
    span {
      display: contents;
    }
    svg {
      width: 1.15em;
      height: 1.15em;
    }
    :host([filled]) svg {
      fill: currentColor;
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-icon': SbIcon;
  }
}

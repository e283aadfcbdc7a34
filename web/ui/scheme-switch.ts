import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { type LineIcon, lineIcon } from './line-icons.ts';
import { canChooseScheme, chooseScheme, type SchemeWish, schemeWish, watchScheme } from './scheme.ts';

const next: Readonly<Record<SchemeWish, SchemeWish>> = { device: 'light', light: 'dark', dark: 'device' };
const icons: Readonly<Record<SchemeWish, LineIcon>> = { device: 'sun-moon', light: 'sun', dark: 'moon' };

/** One button that goes round: as the device wants it, light, dark. Nothing where the page's colours are fixed. */
@customElement('sb-scheme-switch')
@localized()
export class SbSchemeSwitch extends LitElement {
  private unwatch: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.unwatch = watchScheme(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unwatch?.();
  }

  override render() {
    if (!canChooseScheme()) return nothing;
    const wish = schemeWish();
    const name = msg(str`Farben: ${this.nameOf(wish)}`);
    return html`<button
      type="button"
      data-test="scheme"
      data-wish=${wish}
      aria-label=${name}
      title=${name}
      @click=${() => chooseScheme(next[wish])}
    >
      ${lineIcon(icons[wish])}
    </button>`;
  }

  private nameOf(wish: SchemeWish): string {
    if (wish === 'device') return msg('wie das Gerät');
    return wish === 'light' ? msg('hell') : msg('dunkel');
  }

  static override styles = css`
    :host {
      display: contents;
    }
    button {
      display: grid;
      place-items: center;
      width: var(--sb-touch);
      height: var(--sb-touch);
      padding: 0;
      border: 0;
      border-radius: 999px;
      background: none;
      color: var(--sb-ink-quiet);
      cursor: pointer;
    }
    button:hover {
      color: var(--sb-ink);
    }
    button:focus-visible {
      outline: 3px solid var(--sb-action);
      outline-offset: 2px;
    }
    svg {
      width: 1.25rem;
      height: 1.25rem;
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-scheme-switch': SbSchemeSwitch;
  }
}

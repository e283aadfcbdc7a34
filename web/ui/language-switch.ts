import { localized, msg } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { type Language, language, setLanguage } from '../locales/locale.ts';
import './scheme-switch.ts';

/** Switches between German and English, without a reload; beside it stands the switch of the page's colours. */
@customElement('sb-language-switch')
@localized()
export class SbLanguageSwitch extends LitElement {
  override render() {
    return html`<div role="group" aria-label=${msg('Sprache')}>
      ${this.choice('de', 'DE', 'Deutsch')} ${this.choice('en', 'EN', 'English')}
    </div>
    <sb-scheme-switch></sb-scheme-switch>`;
  }

  private choice(code: Language, short: string, name: string) {
    return html`<button
      type="button"
      lang=${code}
      data-test="language-${code}"
      aria-pressed=${language() === code}
      @click=${() => setLanguage(code)}
    >
      ${short}<span>, ${name}</span>
    </button>`;
  }

  static override styles = css`
    :host {
      display: inline-flex;
    }
    div {
      display: inline-flex;
      border: 1px solid var(--sb-line);
      border-radius: 999px;
      background: var(--sb-surface);
    }
    button {
      position: relative;
      min-width: var(--sb-touch);
      min-height: calc(var(--sb-touch) - 2px);
      border: 0;
      border-radius: 999px;
      background: none;
      color: var(--sb-ink-quiet);
      font: 600 var(--sb-text-s) / 1 var(--sb-font);
      cursor: pointer;
    }
    button[aria-pressed="true"] {
      background: var(--sb-board);
      color: var(--sb-on-board);
    }
    /* Only heard. */
    span {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    button:focus-visible {
      outline: 3px solid var(--sb-action);
      outline-offset: 2px;
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-language-switch': SbLanguageSwitch;
  }
}

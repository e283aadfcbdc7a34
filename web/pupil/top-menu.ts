import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../ui/language-switch.ts';
import { type LineIcon, lineIcon } from '../ui/line-icons.ts';

/** What a pupil seldom needs, behind one button: language, help, what is kept, leaving. Fires `my-pi`, `help` and `leave`. */
@customElement('sb-top-menu')
@localized()
export class SbTopMenu extends LitElement {
  /** The class's code, for what is kept of it. */
  @property() code = '';
  @state() private open = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.show(false);
  }

  override render() {
    return html`<button
        type="button"
        class="opener"
        data-test="menu"
        title=${msg('Menü')}
        aria-label=${msg('Menü')}
        aria-expanded=${this.open}
        aria-controls="menu"
        @click=${() => this.show(!this.open)}
      >
        ${lineIcon('menu')}
      </button>
      ${this.open ? this.menu() : nothing}`;
  }

  private menu() {
    return html`<div id="menu" @keydown=${this.onKey}>
      <div class="switches"><sb-language-switch></sb-language-switch></div>
      ${this.entry('my-pi', 'cpu', msg('Welcher Pi ist meiner?'))}
      ${this.entry('help', 'circle-question-mark', msg('Hilfe'))}
      <a href=${`/privacy?class=${this.code}`} target="_blank" data-test="privacy">${lineIcon('shield')} ${msg('Was ist gespeichert?')}</a>
      ${this.entry('leave', 'log-out', msg('Platz verlassen'))}
    </div>`;
  }

  private entry(name: 'help' | 'leave' | 'my-pi', icon: LineIcon, words: string) {
    return html`<button
      type="button"
      data-test=${name}
      @click=${() => {
        this.show(false);
        this.dispatchEvent(new Event(name));
      }}
    >
      ${lineIcon(icon)} ${words}
    </button>`;
  }

  private show(open: boolean): void {
    if (open === this.open) return;
    this.open = open;
    if (open) window.addEventListener('pointerdown', this.onOutside);
    else window.removeEventListener('pointerdown', this.onOutside);
  }

  private readonly onOutside = (event: Event) => {
    if (!event.composedPath().includes(this)) this.show(false);
  };

  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    // Twice Escape stops programs; the first one closes the menu.
    event.stopPropagation();
    this.show(false);
    this.renderRoot.querySelector<HTMLElement>('.opener')?.focus();
  }

  static override styles = css`
    :host {
      position: relative;
      display: inline-flex;
    }
    button,
    a {
      box-sizing: border-box;
      color: inherit;
      font: inherit;
      cursor: pointer;
    }
    :focus-visible {
      outline: 3px solid var(--sb-action);
      outline-offset: 2px;
    }
    svg.lucide {
      flex: none;
      width: 1.3em;
      height: 1.3em;
    }
    .opener {
      display: grid;
      place-items: center;
      width: var(--sb-touch);
      height: var(--sb-touch);
      border: 0;
      border-radius: var(--sb-radius);
      background: none;
      color: var(--sb-ink-quiet);
    }
    .opener:hover,
    .opener[aria-expanded="true"] {
      background: var(--sb-surface-sunk);
      color: var(--sb-ink);
    }
    #menu {
      position: absolute;
      z-index: 80;
      top: calc(100% + var(--sb-space-1));
      right: 0;
      display: grid;
      min-width: 15rem;
      padding: var(--sb-space-2);
      border: 1px solid var(--sb-line);
      border-radius: var(--sb-radius);
      background: var(--sb-surface);
      box-shadow: var(--sb-shadow);
    }
    .switches {
      display: flex;
      flex-wrap: wrap;
      gap: var(--sb-space-2);
      padding: var(--sb-space-1) var(--sb-space-2) var(--sb-space-2);
    }
    #menu > button,
    a {
      display: flex;
      align-items: center;
      gap: var(--sb-space-3);
      min-height: var(--sb-touch);
      padding: 0 var(--sb-space-3);
      border: 0;
      border-radius: var(--sb-radius-s);
      background: none;
      text-align: left;
      text-decoration: none;
    }
    #menu > button:hover,
    a:hover {
      background: var(--sb-surface-sunk);
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-top-menu': SbTopMenu;
  }
}

import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type LineIcon, lineIcon } from '../ui/line-icons.ts';

/** What the desk's middle shows. */
export type DeskView = 'blocks' | 'wiring';

/** What a press of the bar asks for. */
export type BarAction = 'blocks' | 'wiring' | 'code' | 'all-blocks' | 'pause' | 'resume' | 'step' | 'slow';

/** A press of the bar. */
export type BarPressed = CustomEvent<BarAction>;

/**
 * The bar above the blocks: what to look at on its left, how the program runs on its right. Fires `bar-pressed`.
 */
@customElement('sb-editor-bar')
@localized()
export class SbEditorBar extends LitElement {
  @property() view: DeskView = 'blocks';
  /** On a phone one looks, wires and follows programs; there is no room to build or read. */
  @property({ type: Boolean, attribute: 'read-only' }) readOnly = false;
  /** The text of the program stands beside the blocks. */
  @property({ type: Boolean }) code = false;
  /** The toolbox holds every block: `null` when the class may not. */
  @property({ attribute: false }) allBlocks: boolean | null = null;
  @property({ type: Boolean }) running = false;
  @property({ type: Boolean }) paused = false;
  @property({ type: Boolean }) slow = false;

  override render() {
    const { view } = this;
    const builds = view === 'blocks' && !this.readOnly;
    return html`<div class="look" role="group" aria-label=${msg('Ansicht')}>
        ${this.toggle('blocks', 'puzzle', msg('Blöcke'), view === 'blocks')}
        ${this.toggle('wiring', 'cable', msg('Aufbauen'), view === 'wiring')}
        ${builds ? this.toggle('code', 'code-xml', msg('Code'), this.code) : nothing}
        ${builds && this.allBlocks !== null ? this.toggle('all-blocks', 'layers', msg('Alle Blöcke'), this.allBlocks) : nothing}
      </div>
      <div class="pace" role="group" aria-label=${msg('Ablauf')}>
        ${
          this.running
            ? this.paused
              ? this.button('resume', 'play', msg('Fortsetzen'))
              : this.button('pause', 'pause', msg('Pause'))
            : nothing
        }
        ${this.button('step', 'step-forward', msg('Schritt'), msg('Einen Block weiter'))}
        ${this.toggle('slow', 'snail', msg('Zeitlupe'), this.slow)}
      </div>`;
  }

  private button(action: BarAction, icon: LineIcon, label: string, title = label) {
    return html`<button type="button" data-test=${action} title=${title} @click=${() => this.press(action)}>
      ${lineIcon(icon)}<span>${label}</span>
    </button>`;
  }

  private toggle(action: BarAction, icon: LineIcon, label: string, on: boolean) {
    return html`<button type="button" data-test="bar-${action}" title=${label} aria-pressed=${on} @click=${() => this.press(action)}>
      ${lineIcon(icon)}<span>${label}</span>
    </button>`;
  }

  private press(action: BarAction): void {
    this.dispatchEvent(new CustomEvent('bar-pressed', { detail: action }));
  }

  static override styles = css`
    :host {
      display: flex;
      justify-content: space-between;
      gap: var(--sb-space-2);
      padding: 0 var(--sb-space-2);
      border-bottom: 1px solid var(--sb-line);
      background: var(--sb-surface-sunk);
      container-type: inline-size;
    }
    div {
      display: flex;
    }
    button {
      display: flex;
      align-items: center;
      gap: var(--sb-space-1);
      min-width: var(--sb-touch);
      min-height: var(--sb-touch);
      justify-content: center;
      padding: 0 var(--sb-space-3);
      border: 0;
      border-bottom: 3px solid transparent;
      background: none;
      color: var(--sb-ink-quiet);
      font: 600 var(--sb-text-s) / 1 var(--sb-font);
      white-space: nowrap;
      cursor: pointer;
    }
    button:hover {
      color: var(--sb-ink);
    }
    [aria-pressed="true"] {
      border-color: var(--sb-board);
      color: var(--sb-ink);
    }
    .pace [aria-pressed="true"] {
      border-color: var(--sb-glow);
    }
    button:focus-visible {
      outline: 3px solid var(--sb-action);
      outline-offset: -3px;
    }
    svg {
      width: 1.4em;
      height: 1.4em;
      flex: none;
    }
    @container (max-width: 40rem) {
      button {
        padding: 0 var(--sb-space-2);
      }
    }
    @container (max-width: 32rem) {
      .pace span {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
    }
    @container (max-width: 22rem) {
      span {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-editor-bar': SbEditorBar;
  }
}

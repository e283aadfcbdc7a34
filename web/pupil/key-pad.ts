import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { programKey } from './program-keys.ts';

/** A key of the program was pressed, by its name. */
export type ProgramKey = CustomEvent<string>;

/**
 * The keys that a program listens to, as buttons for finger and mouse. While the focus is here, or nowhere, the
 * keyboard's own keys count as well: elsewhere they belong to Blockly, which moves its cursor by them, to text
 * fields and to buttons. Fires `program-key` once for each press, only while a program runs.
 */
@customElement('sb-key-pad')
@localized()
export class SbKeyPad extends LitElement {
  @property({ attribute: false }) keys: readonly string[] = [];
  @property({ type: Boolean }) running = false;

  @state() private down: string | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.onKeyDown);
    document.addEventListener('keyup', this.onKeyUp);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.onKeyDown);
    document.removeEventListener('keyup', this.onKeyUp);
  }

  /** A program that was started by a hand here gets the keyboard at once. */
  protected override updated(changed: PropertyValues<this>): void {
    if (changed.get('running') === false && this.running && !isAtWork(document.activeElement)) this.focus();
  }

  override render() {
    return html`<div class="pad" role="group" tabindex="0" aria-label=${this.label()} data-test="keys">
      <span class="title">${msg('Tasten')}</span>
      ${this.keys.map(
        (key) =>
          html`<button
            type="button"
            tabindex="-1"
            data-key=${key}
            class=${this.down === key ? 'down' : ''}
            ?disabled=${!this.running}
            aria-label=${keyName(key)}
            @pointerdown=${(event: PointerEvent) => event.button === 0 && this.press(key)}
            @click=${(event: MouseEvent) => this.onClick(event, key)}
            @pointerup=${this.letGo}
            @pointerleave=${this.letGo}
          >
            ${signs.get(key) ?? key.toUpperCase()}
          </button>`,
      )}
    </div>`;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.pad')?.focus({ preventScroll: true });
  }

  private label(): string {
    const names = this.keys.map(keyName).join(', ');
    return this.running
      ? msg(str`Tasten deines Programms: ${names}. Drücke sie hier auf der Tastatur.`)
      : msg(str`Tasten deines Programms: ${names}. Sie wirken, sobald es läuft.`);
  }

  private readonly onKeyDown = (event: KeyboardEvent) => {
    if (!this.running || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    const focused = document.activeElement;
    if (focused !== this && focused !== null && focused !== document.body) return;
    const key = programKey(event.key);
    if (key === undefined || !this.keys.includes(key)) return;
    // The page must not scroll by the arrows and the space bar.
    event.preventDefault();
    if (!event.repeat) this.press(key);
  };

  /** A screen reader presses without a pointer. */
  private onClick(event: MouseEvent, key: string): void {
    if (event.detail !== 0) return;
    this.press(key);
    this.letGo();
  }

  private readonly onKeyUp = () => this.letGo();

  private press(key: string): void {
    this.down = key;
    this.dispatchEvent(new CustomEvent('program-key', { detail: key }));
  }

  private letGo(): void {
    this.down = null;
  }

  static override styles = css`
    .pad {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--sb-space-2);
      padding: var(--sb-space-2) var(--sb-space-3);
    }
    .pad:focus-visible {
      outline: 3px solid var(--sb-action);
      outline-offset: -3px;
    }
    .title {
      color: var(--sb-ink-quiet);
      font-size: var(--sb-text-s);
      font-weight: 600;
    }
    button {
      min-width: var(--sb-touch);
      min-height: var(--sb-touch);
      padding: 0 var(--sb-space-2);
      border: 1px solid var(--sb-line-strong);
      border-bottom-width: 3px;
      border-radius: var(--sb-radius-s);
      background: var(--sb-surface);
      color: var(--sb-ink);
      font: 600 var(--sb-text-m) var(--sb-font);
      cursor: pointer;
      touch-action: manipulation;
    }
    button.down {
      background: var(--sb-action-soft);
      border-bottom-width: 1px;
    }
    button:disabled {
      color: var(--sb-ink-quiet);
      cursor: default;
    }
    [data-key="space"] {
      min-width: 7rem;
    }
  `;
}

/** What is drawn on a key that has no letter. */
const signs: ReadonlyMap<string, string> = new Map([
  ['space', '␣'],
  ['up', '↑'],
  ['down', '↓'],
  ['left', '←'],
  ['right', '→'],
]);

function keyName(key: string): string {
  switch (key) {
    case 'space':
      return msg('Leertaste');
    case 'up':
      return msg('Pfeil hoch');
    case 'down':
      return msg('Pfeil runter');
    case 'left':
      return msg('Pfeil links');
    case 'right':
      return msg('Pfeil rechts');
    default:
      return key.toUpperCase();
  }
}

/** Whether somebody writes or builds there: a program that another tab started must not take that away. */
function isAtWork(element: Element | null): boolean {
  return Boolean(element?.closest('input, textarea, select, [contenteditable], sb-blocks'));
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-key-pad': SbKeyPad;
  }
}

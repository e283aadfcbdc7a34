import { localized, msg } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { controlStyles } from './control-styles.ts';
import { lineIcon } from './line-icons.ts';

/**
 * A modal dialog over the browser's own `<dialog>`: it keeps the focus inside, closes with Esc and gives the
 * focus back. Open by `open`; it fires `close` when a person closes it.
 */
@customElement('sb-dialog-frame')
@localized()
export class DialogFrame extends LitElement {
  @property({ type: Boolean }) open = false;
  @property() heading = '';
  /** For pictures and lists side by side. */
  @property({ type: Boolean, reflect: true }) wide = false;

  @query('dialog') private dialog!: HTMLDialogElement;
  @query('#heading') private headline!: HTMLElement;

  protected override render() {
    return html`<dialog class="panel" aria-labelledby="heading" @close=${this.onClose}>
      <div class="head">
        <h2 id="heading" tabindex="-1">${this.heading}</h2>
        <button class="button quiet" type="button" aria-label=${msg('Schließen')} @click=${() => this.dialog.close()}>
          ${lineIcon('x')}
        </button>
      </div>
      <div class="body"><slot></slot></div>
    </dialog>`;
  }

  protected override updated(): void {
    if (this.open && !this.dialog.open) {
      this.dialog.showModal();
      // Whoever opens a form wants to type; whoever opens words wants to hear what they are about, not to close them.
      (this.querySelector<HTMLElement>('input, select, textarea') ?? this.headline).focus();
    }
    if (!this.open && this.dialog.open) this.dialog.close();
  }

  private onClose(): void {
    if (!this.open) return;
    this.open = false;
    this.dispatchEvent(new Event('close'));
  }

  static override styles = [
    controlStyles,
    css`
      dialog {
        width: min(36rem, calc(100vw - 2rem));
        max-height: calc(100dvh - 2rem);
        padding: 0;
        border: none;
        color: var(--sb-ink);
        overflow: auto;
      }

      :host([wide]) dialog {
        width: min(56rem, calc(100vw - 2rem));
      }

      dialog::backdrop {
        background: rgb(15 25 20 / 55%);
      }

      h2:focus {
        outline: none;
      }

      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--sb-space-4);
        padding: var(--sb-space-4) var(--sb-space-3) 0 var(--sb-space-6);
      }

      .body {
        padding: var(--sb-space-3) var(--sb-space-6) var(--sb-space-6);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-dialog-frame': DialogFrame;
  }
}

import { css, html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { controlStyles } from '../../ui/control-styles.ts';

/** A page over the page, for work with one thing in mind: over the browser's own `<dialog>`, so that nothing beside it gets the focus. Fires `leave` with Esc. */
@customElement('sb-full-screen')
export class FullScreen extends LitElement {
  /** Its name for screen readers. */
  @property() label = '';

  @query('dialog') private dialog!: HTMLDialogElement;

  protected override render() {
    return html`<dialog tabindex="-1" aria-label=${this.label} @cancel=${this.onCancel}><div><slot></slot></div></dialog>`;
  }

  protected override firstUpdated(): void {
    this.dialog.showModal();
    // Else whatever button comes first would have the focus, and be pressed by a stray Enter.
    this.dialog.focus();
  }

  private onCancel(event: Event): void {
    event.preventDefault();
    this.dispatchEvent(new Event('leave'));
  }

  static override styles = [
    controlStyles,
    css`
      dialog {
        width: 100vw;
        max-width: none;
        height: 100dvh;
        max-height: none;
        margin: 0;
        padding: 0;
        border: none;
        background: var(--sb-paper);
        color: var(--sb-ink);
        overflow-x: hidden;
        overflow-y: auto;
      }

      dialog:focus-visible {
        outline: none;
      }

      div {
        display: grid;
        align-content: start;
        gap: var(--sb-space-4);
        max-width: 84rem;
        margin-inline: auto;
        padding: var(--sb-space-4) var(--sb-space-6) var(--sb-space-8);
      }

      @media (max-width: 48rem) {
        div {
          padding: var(--sb-space-2) var(--sb-space-3) var(--sb-space-6);
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-full-screen': FullScreen;
  }
}

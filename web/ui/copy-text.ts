import { localized, msg } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { controlStyles } from './control-styles.ts';
import { lineIcon } from './line-icons.ts';

/**
 * A text to take away, with a copy button. Browsers withhold the clipboard on plain HTTP: then the text is
 * selected and a sentence says which keys copy it.
 */
@customElement('sb-copy-text')
@localized()
export class CopyText extends LitElement {
  @property() text = '';
  /** What the text is, for screen readers. */
  @property() label = '';

  @state() private outcome: 'none' | 'copied' | 'selected' = 'none';
  @query('input') private field!: HTMLInputElement;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('text')) this.outcome = 'none';
  }

  protected override render() {
    return html`<div class="row">
        <input readonly aria-label=${this.label} .value=${this.text} @focus=${() => this.field.select()} />
        <button class="button" type="button" @click=${this.copy}>
          ${lineIcon(this.outcome === 'copied' ? 'check' : 'copy')}${msg('Kopieren')}
        </button>
      </div>
      <p class="hint" role="status">${this.outcomeText()}</p>`;
  }

  private outcomeText(): string {
    if (this.outcome === 'copied') return msg('Kopiert.');
    if (this.outcome === 'selected') return msg('Der Text ist markiert: Kopieren Sie ihn mit Strg+C.');
    return '';
  }

  private async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.text);
      this.outcome = 'copied';
    } catch {
      this.field.focus();
      this.field.select();
      this.outcome = 'selected';
    }
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
      }

      .row {
        display: flex;
        gap: var(--sb-space-2);
      }

      input {
        flex: 1;
        min-width: 0;
        background: var(--sb-surface-sunk);
        font-family: var(--sb-font-code);
        font-size: var(--sb-text-s);
      }

      .hint:empty {
        display: none;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-copy-text': CopyText;
  }
}

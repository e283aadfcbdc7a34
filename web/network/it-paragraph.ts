import { localized, msg } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { controlStyles } from '../ui/control-styles.ts';
import { lineIcon } from '../ui/line-icons.ts';

/** The paragraph for the school's IT, to copy or print. Plain HTTP has no clipboard: then the text is selected. */
@customElement('sb-it-paragraph')
@localized()
export class SbItParagraph extends LitElement {
  @property() text = '';

  @state() private outcome: 'none' | 'copied' | 'selected' = 'none';
  @query('blockquote') private paragraph!: HTMLElement;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('text')) this.outcome = 'none';
  }

  override render() {
    return html`<h2>${msg('Für die IT der Schule')}</h2>
      <blockquote data-test="it-text" tabindex="0" aria-label=${msg('Text für die IT')}>${this.text}</blockquote>
      <div class="actions">
        <button class="button" type="button" data-test="it-copy" @click=${this.copy}>
          ${lineIcon(this.outcome === 'copied' ? 'check' : 'copy')}${msg('Kopieren')}
        </button>
        <button class="button" type="button" @click=${() => print()}>${lineIcon('printer')}${msg('Drucken')}</button>
        <span class="hint" role="status">${this.outcomeText()}</span>
      </div>`;
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
      getSelection()?.selectAllChildren(this.paragraph);
      this.outcome = 'selected';
    }
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: grid;
        gap: var(--sb-space-3);
      }

      blockquote {
        margin: 0;
        padding: var(--sb-space-4);
        border-inline-start: 4px solid var(--sb-board);
        border-radius: var(--sb-radius-s);
        background: var(--sb-surface-sunk);
        overflow-wrap: anywhere;
      }

      .actions {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--sb-space-2);
      }

      @media print {
        .actions {
          display: none;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-it-paragraph': SbItParagraph;
  }
}

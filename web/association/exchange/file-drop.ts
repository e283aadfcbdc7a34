import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { dateLocale } from '../../locales/locale.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';

/** Where a table is dropped, or chosen by a click or the keyboard. @fires file with the file, null when none is left */
@customElement('sb-file-drop')
@localized()
export class FileDrop extends LitElement {
  @property({ attribute: false }) file: File | null = null;
  @property({ type: Boolean }) disabled = false;
  /** The field's mark for tests. */
  @property() mark = '';

  @state() private over = false;

  protected override render() {
    const { file } = this;
    return html`<label
      class="drop ${this.over ? 'over' : ''}"
      data-test="file-drop"
      @dragover=${this.onDragOver}
      @dragleave=${() => {
        this.over = false;
      }}
      @drop=${this.onDrop}
    >
      ${lendingIcon('upload')}
      <span>
        <strong>${msg('CSV-Datei')}</strong>
        ${
          file
            ? html`<span class="name">${file.name}, ${sizeOf(file)}</span>`
            : html`<span class="quiet-text">${msg('hierher ziehen oder auswählen')}</span>`
        }
      </span>
      <input
        class="visually-hidden"
        type="file"
        accept=".csv,.txt,.tsv,text/csv"
        data-test=${this.mark || nothing}
        ?disabled=${this.disabled}
        @change=${(event: Event) => {
          const input = event.target as HTMLInputElement;
          this.tell(input.files?.[0] ?? null);
          // The same file, mended in between, is a new choice.
          input.value = '';
        }}
      />
    </label>`;
  }

  private onDragOver(event: DragEvent): void {
    event.preventDefault();
    this.over = !this.disabled;
  }

  private onDrop(event: DragEvent): void {
    // Else the browser would leave the page and open the file.
    event.preventDefault();
    this.over = false;
    const file = event.dataTransfer?.files[0];
    if (file && !this.disabled) this.tell(file);
  }

  private tell(file: File | null): void {
    this.dispatchEvent(new CustomEvent('file', { detail: file }));
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
      }

      .drop {
        display: flex;
        align-items: center;
        gap: var(--sb-space-3);
        min-height: 5rem;
        padding: var(--sb-space-3) var(--sb-space-4);
        border: 2px dashed var(--sb-line-strong);
        border-radius: var(--sb-radius-s);
        background: var(--sb-surface);
        cursor: pointer;
      }

      .drop > span {
        display: grid;
        min-width: 0;
      }

      .name {
        overflow-wrap: anywhere;
      }

      .drop:hover,
      .over {
        border-color: var(--sb-action);
        background: var(--sb-action-soft);
      }

      .drop:has(:focus-visible) {
        outline: 3px solid var(--sb-action);
        outline-offset: 2px;
      }

      .drop:has(:disabled) {
        cursor: default;
        opacity: 0.6;
      }
    `,
  ];
}

function sizeOf({ size }: File): string {
  const kilobytes = Math.max(1, size / 1024);
  const [value, unit] = kilobytes < 1024 ? [kilobytes, 'KB'] : [kilobytes / 1024, 'MB'];
  const number = value.toLocaleString(dateLocale(), { maximumFractionDigits: unit === 'MB' ? 1 : 0 });
  return `${number} ${unit}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-file-drop': FileDrop;
  }
}

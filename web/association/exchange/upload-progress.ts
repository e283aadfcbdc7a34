import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { dateLocale } from '../../locales/locale.ts';

/** How far a file has gone, then how far the server has read it; where it does not tell, that it reads. */
@customElement('sb-upload-progress')
@localized()
export class UploadProgress extends LitElement {
  /** 0 to 1. */
  @property({ type: Number }) sent = 0;
  /** The file's bytes. */
  @property({ type: Number }) size = 0;
  /** What the server has read: its share, 0 to 1, and rows; null: it does not tell. */
  @property({ attribute: false }) read: { readonly part: number; readonly rows: number } | null = null;

  protected override render() {
    const reading = this.sent >= 1;
    const value = reading ? (this.read?.rows ? this.read.part : null) : this.sent;
    return html`<label>
      <span role="status">${reading ? msg('Die Datei wird gelesen …') : msg('Die Datei wird gesendet …')}</span>
      ${value === null ? html`<progress></progress>` : html`<progress max="1" .value=${value}></progress>`}
      <span class="numbers" data-test="upload-numbers">${this.numbers(reading)}</span>
    </label>`;
  }

  private numbers(reading: boolean): string {
    if (!reading) return msg(str`${megabytes(this.sent * this.size)} von ${megabytes(this.size)} MB`);
    const rows = this.read?.rows ?? 0;
    if (rows === 0) return '';
    const percent = Math.floor((this.read?.part ?? 0) * 100);
    return msg(str`${rows.toLocaleString(dateLocale())} Zeilen, ${percent} %`);
  }

  static override styles = css`
    label {
      display: grid;
      gap: var(--sb-space-2);
    }

    progress {
      width: 100%;
      height: 0.75rem;
      accent-color: var(--sb-board);
    }

    .numbers {
      min-height: 1.5em;
      color: var(--sb-ink-quiet);
      font-variant-numeric: tabular-nums;
    }
  `;
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toLocaleString(dateLocale(), { maximumFractionDigits: 1 });
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-upload-progress': UploadProgress;
  }
}

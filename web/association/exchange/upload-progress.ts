import { localized, msg } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';

/** How far a file has gone, then that the server reads it, which takes as long as it takes. */
@customElement('sb-upload-progress')
@localized()
export class UploadProgress extends LitElement {
  /** 0 to 1. */
  @property({ type: Number }) sent = 0;

  protected override render() {
    const done = this.sent >= 1;
    const words = done ? msg('Die Datei wird gelesen …') : msg('Die Datei wird gesendet …');
    return html`<label>
      <span role="status">${words}</span>
      ${done ? html`<progress></progress>` : html`<progress max="1" .value=${this.sent}></progress>`}
    </label>`;
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
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-upload-progress': UploadProgress;
  }
}

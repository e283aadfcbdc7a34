import { localized, msg } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { readLabel } from './label-reader.ts';

/** The camera, held before a label. Fires `number` with what it reads, as a `CustomEvent<number>`. */
@customElement('sb-scan-label')
@localized()
export class SbScanLabel extends LitElement {
  @state() private failed = false;
  @query('video') private video!: HTMLVideoElement;
  private end: (() => void) | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.end?.();
    this.end = null;
  }

  protected override firstUpdated(): void {
    void this.begin();
  }

  override render() {
    return this.failed
      ? html`<p role="status">${msg('Die Kamera geht gerade nicht. Tippe die Nummer ein.')}</p>`
      : html`<video playsinline muted aria-label=${msg('Bild der Kamera')}></video>
          <p>${msg('Halte den Aufkleber vor die Kamera.')}</p>`;
  }

  private async begin(): Promise<void> {
    try {
      const end = await readLabel(this.video, (number) =>
        this.dispatchEvent(new CustomEvent('number', { detail: number })),
      );
      if (this.isConnected) this.end = end;
      else end();
    } catch {
      this.failed = true;
    }
  }

  static override styles = css`
    :host {
      display: grid;
      gap: var(--sb-space-1);
    }
    video {
      width: min(100%, 20rem);
      aspect-ratio: 4 / 3;
      border-radius: var(--sb-radius);
      background: #000000;
      object-fit: cover;
    }
    p {
      margin: 0;
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-scan-label': SbScanLabel;
  }
}

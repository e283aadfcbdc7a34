import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Wiring } from '../../device/contract/wiring.ts';
import { type Language, language } from '../locales/locale.ts';
import { blockPicture } from './block-drawing.ts';

export { blockPicture } from './block-drawing.ts';

/** Pause before a picture is tried again whose blocks could not be loaded, ms. */
const retryPause = 3000;

/**
 * A still picture of blocks. It shrinks to the room there is; where that would make it unreadable, it can be scrolled
 * sideways. Fires `ready`, and has the attribute `ready`, when it shows its present blocks; it is not `ready` while it
 * waits for blocks to be loaded.
 */
@customElement('sb-block-picture')
@localized()
export class SbBlockPicture extends LitElement {
  /** As Blockly saves them. */
  @property({ attribute: false }) blocks: Readonly<Record<string, unknown>> | null = null;
  @property({ attribute: false }) wiring: Wiring = { parts: [] };
  /** The page's own if left out. */
  @property() language: Language | undefined;
  /** Largest size; 1 is that of blocks in an editor that is not zoomed. */
  @property({ type: Number }) scale = 0.8;

  @state() private picture: SVGSVGElement | null = null;
  @state() private failed = false;

  private retry: ReturnType<typeof setTimeout> | undefined;
  /** What was asked for last: the blocks and how they are said. */
  private asked: readonly unknown[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.asked = [];
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.retry);
  }

  protected override updated(changed: PropertyValues): void {
    const now = [this.blocks, this.wiring, this.language ?? language()];
    if (now.some((one, index) => one !== this.asked[index])) {
      this.asked = now;
      void this.draw(now);
    } else if (changed.has('picture') && this.picture) {
      this.toggleAttribute('ready', true);
      this.dispatchEvent(new Event('ready'));
    }
  }

  override render() {
    if (this.failed) return html`<p>${msg('Dieses Bild kann gerade nicht gezeigt werden.')}</p>`;
    const { picture } = this;
    if (!picture) return nothing;
    const width = Number(picture.getAttribute('width')) * this.scale;
    picture.style.width = `${width}px`;
    picture.style.setProperty('--readable', `${width * Math.min(1, readable / this.scale)}px`);
    return picture;
  }

  private async draw(asked: readonly unknown[]): Promise<void> {
    clearTimeout(this.retry);
    this.toggleAttribute('ready', false);
    const { blocks, wiring, language: wanted } = this;
    if (!blocks) {
      this.picture = null;
      return;
    }
    try {
      const picture = await blockPicture(blocks, wiring, wanted);
      if (asked !== this.asked) return;
      this.failed = false;
      this.picture = picture;
    } catch (thrown) {
      if (asked !== this.asked || !this.isConnected) return;
      this.failed = true;
      // Blocks that are not known will not be known later; what could not be loaded may.
      if (thrown instanceof TypeError) this.retry = setTimeout(() => void this.draw(asked), retryPause);
    }
  }

  static override styles = css`
    :host {
      display: block;
      overflow: auto hidden;
      scrollbar-width: thin;
    }
    svg {
      display: block;
      max-width: 100%;
      min-width: var(--sb-picture-least, var(--readable));
      height: auto;
      user-select: none;
    }
    p {
      margin: 0;
      color: var(--sb-ink-quiet);
    }
    @media print {
      :host {
        overflow: visible;
      }
      svg {
        min-width: 0;
      }
    }
  `;
}

/** Smallest scale at which the texts on blocks can be read. */
const readable = 0.62;

declare global {
  interface HTMLElementTagNameMap {
    'sb-block-picture': SbBlockPicture;
  }
}

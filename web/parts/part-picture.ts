import { localized } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { WiredPart } from '../../device/contract/wiring.ts';
import { boardStyles } from '../board/board-styles.ts';
import { PartNow } from '../board/part-now.ts';
import { loadViews, partView } from '../board/part-views.ts';
import { sampleState } from './sample-state.ts';

/** A part alone, as the board view draws it, as large as its place allows. */
@customElement('sb-part-picture')
@localized()
export class SbPartPicture extends LitElement {
  @property({ attribute: false }) wired!: WiredPart;

  @state() private room = { width: 0, height: 0 };

  private readonly watchSize = new ResizeObserver(([entry]) => {
    if (entry) this.room = { width: entry.contentRect.width, height: entry.contentRect.height };
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.watchSize.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watchSize.disconnect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('wired')) return;
    // Without a connection the place stays empty; the name below it still leads to the part.
    loadViews({ parts: [this.wired] })?.then(
      () => this.requestUpdate(),
      () => undefined,
    );
  }

  override render() {
    const view = partView(this.wired.type);
    if (!view) return nothing;
    const { width, height } = view.size(this.wired);
    const scale = Math.min(2, this.room.width / width, this.room.height / height);
    return html`<div
      class="part"
      aria-hidden="true"
      style=${styleMap({
        left: `${(this.room.width - width * scale) / 2}px`,
        top: `${(this.room.height - height * scale) / 2}px`,
        width: `${width}px`,
        height: `${height}px`,
        transform: `scale(${scale})`,
      })}
    >${view.draw(this.wired, new PartNow(this.wired, sampleState(this.wired)))}</div>`;
  }

  static override styles = [
    boardStyles,
    css`
      :host {
        position: relative;
        display: block;
        min-height: 0;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-part-picture': SbPartPicture;
  }
}

import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { encode } from 'uqr';
import {
  labelPlace,
  labelsPerSheet,
  paperSize,
  type SheetGeometry,
} from '../../../server/api/contract/lending/labels.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { qrPath } from '../../ui/qr-path.ts';

/**
 * The first sheet as it will be printed, small. A click on a label (or the arrow keys) makes it the first one: fires
 * `start` (`CustomEvent<number>`, from 1).
 */
@customElement('sb-sheet-preview')
@localized()
export class SheetPreview extends LitElement {
  @property({ attribute: false }) geometry!: SheetGeometry;
  @property({ type: Number }) offsetX = 0;
  @property({ type: Number }) offsetY = 0;
  /** The codes that are printed, in their order. */
  @property({ attribute: false }) codes: readonly string[] = [];
  @property({ type: Number }) start = 1;

  protected override render() {
    const all = labelsPerSheet(this.geometry);
    return html`<svg
      viewBox="0 0 ${paperSize.width} ${paperSize.height}"
      role="slider"
      tabindex="0"
      aria-label=${msg('Erstes freies Etikett')}
      aria-valuemin="1"
      aria-valuemax=${all}
      aria-valuenow=${this.start}
      aria-valuetext=${msg(str`Etikett ${this.start} von ${all}`)}
      data-test="sheet-preview"
      @keydown=${this.onKey}
    >
      ${Array.from({ length: all }, (_, index) => this.renderLabel(index))}
    </svg>`;
  }

  private renderLabel(index: number) {
    const { width, height } = this.geometry;
    const { x, y } = labelPlace(this.geometry, index);
    const code = this.codes[index - (this.start - 1)];
    const used = index >= this.start - 1 && code !== undefined;
    return svg`<g
      class=${used ? 'used' : index < this.start - 1 ? 'gone' : 'free'}
      data-label=${index + 1}
      transform="translate(${x} ${y})"
      @click=${() => this.begin(index + 1)}
    >
      <rect width=${width} height=${height} rx="1"></rect>
      ${used ? this.renderPrint(code) : ''}
    </g>`;
  }

  private renderPrint(code: string) {
    const { width, height } = this.geometry;
    const beside = width >= height * 1.25;
    const side = Math.min(30, beside ? height : Math.min(width, height * 0.7));
    const scale = side / 33;
    const left = beside ? 0 : (width - side) / 2;
    const top = beside ? (height - side) / 2 : 0;
    const letters = Math.min(height * 0.4, 9, (width - side - 1) / (code.length * 0.62) || 3);
    return svg`<g class="print" transform="translate(${this.offsetX} ${this.offsetY})">
      <path transform="translate(${left} ${top}) scale(${scale})" d=${samplePath}></path>
      ${
        beside
          ? svg`<text x=${side} y=${height / 2 + letters * 0.35} font-size=${letters}>${code}</text>`
          : svg`<text x=${width / 2} y=${side + (height - side) * 0.6} font-size=${Math.min(8, (height - side) * 0.5)} text-anchor="middle">${code}</text>`
      }
    </g>`;
  }

  private onKey(event: KeyboardEvent): void {
    const { columns } = this.geometry;
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[event.key];
    const all = labelsPerSheet(this.geometry);
    const to = event.key === 'Home' ? 1 : event.key === 'End' ? all : step ? this.start + step : null;
    if (to === null) return;
    event.preventDefault();
    this.begin(Math.min(all, Math.max(1, to)));
  }

  private begin(start: number): void {
    this.dispatchEvent(new CustomEvent('start', { detail: start }));
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
      }

      /* Paper is white and ink is black in every scheme. */
      svg {
        display: block;
        width: 100%;
        border: 1px solid var(--sb-line);
        border-radius: var(--sb-radius-s);
        background: #ffffff;
        box-shadow: var(--sb-shadow);
      }

      svg:focus:not(:focus-visible) {
        outline: none;
      }

      g[data-label] {
        cursor: pointer;
      }

      rect {
        fill: #ffffff;
        stroke: #8c8268;
        stroke-width: 0.25;
      }

      .gone rect {
        fill: #e6e1d6;
        stroke-dasharray: 1;
      }

      .used rect {
        stroke: #1b6b46;
        stroke-width: 0.5;
      }

      .free:hover rect,
      .gone:hover rect {
        fill: #dff0e6;
      }

      .print {
        fill: #000000;
        pointer-events: none;
        font-family: var(--sb-font);
        font-weight: 700;
      }
    `,
  ];
}

/** A QR code that stands for any: at this size nobody reads it. */
const samplePath = qrPath(encode(`${location.origin}/t/k1`.toUpperCase(), { ecc: 'M', border: 4 }).data);

declare global {
  interface HTMLElementTagNameMap {
    'sb-sheet-preview': SheetPreview;
  }
}

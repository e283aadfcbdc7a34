import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PageMark, PaperPreview } from '../../../server/api/contract/lending/paper-preview.ts';

const a4 = { width: 595.28, height: 841.89 } as const;

/** Pages as they come out of the printer: drawn from the same marks as the PDF. */
@customElement('sb-paper-pages')
@localized()
export class PaperPages extends LitElement {
  @property({ attribute: false }) pages: PaperPreview['pages'] = [];

  protected override render() {
    const count = this.pages.length;
    return this.pages.map((marks, index) => {
      const name = msg(str`Seite ${index + 1} von ${count}`);
      return html`<svg viewBox="0 0 ${a4.width} ${a4.height}" role="img" aria-label=${name} data-test="paper-page">
        <g lang="de">${marks.map(mark)}</g>
      </svg>`;
    });
  }

  static override styles = css`
    :host {
      display: grid;
      gap: var(--sb-space-4);
    }

    svg {
      width: 100%;
      border: 1px solid var(--sb-line);
      background: white;
      box-shadow: var(--sb-shadow);
      font-family: var(--sb-font);
    }

    text {
      white-space: pre;
    }
  `;
}

function mark(one: PageMark) {
  if ('points' in one) {
    const [first, ...rest] = one.points;
    const points = (rest.length > 0 ? one.points : [first, first]).map((point) => point?.join(',')).join(' ');
    return svg`<polyline points=${points} fill="none" stroke=${one.colour} stroke-width=${one.width} stroke-linecap="round" stroke-linejoin="round"></polyline>`;
  }
  const turn = one.turn === undefined ? nothing : `rotate(${one.turn} ${a4.width / 2} ${a4.height / 2})`;
  return svg`<text
    x=${one.x}
    y=${one.y}
    font-size=${one.size}
    font-weight=${one.weight === 'bold' ? 700 : 400}
    font-style=${one.weight === 'italic' ? 'italic' : 'normal'}
    fill=${one.colour}
    opacity=${one.opacity ?? nothing}
    transform=${turn}
    textLength=${one.text.length > 1 ? one.width : nothing}
  >${one.text}</text>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-paper-pages': PaperPages;
  }
}

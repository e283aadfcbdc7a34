import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Impact } from '../../server/api/contract/lending/reports.ts';
import { dateLocale } from '../locales/locale.ts';

const height = 150;
const step = 56;
const base = 122;
const tallest = 96;

/** Months as pairs of bars (children, kits that were out), each measured by its own tallest; the same is told in a table to who does not see it. */
@customElement('sb-month-chart')
@localized()
export class MonthChart extends LitElement {
  @property({ attribute: false }) months: Impact['months'] = [];

  /** Where not all months have room, the last one with a figure is seen first. */
  protected override updated(changed: PropertyValues<this>): void {
    const scroll = this.renderRoot.querySelector('.scroll');
    if (!scroll || !changed.has('months')) return;
    const last = this.months.findLastIndex(({ pupils, kitsOut }) => pupils > 0 || kitsOut > 0);
    const right = (scroll.scrollWidth * (last + 1)) / Math.max(1, this.months.length);
    scroll.scrollTo({ left: right - scroll.clientWidth });
  }

  protected override render() {
    const { months } = this;
    const most = Math.max(1, ...months.map(({ pupils }) => pupils));
    const mostKits = Math.max(1, ...months.map(({ kitsOut }) => kitsOut));
    const width = Math.max(1, months.length) * step;
    return html`<div class="scroll">
        <svg viewBox="0 0 ${width} ${height}" aria-hidden="true" style="min-width: ${months.length * 3.2}rem">
          <line class="ground" x1="0" y1=${base} x2=${width} y2=${base} />
          ${months.map(({ month, pupils, kitsOut }, index) => {
            const middle = index * step + step / 2;
            const tall = (pupils / most) * tallest;
            const kitsTall = (kitsOut / mostKits) * tallest;
            return svg`<g>
              ${
                pupils > 0
                  ? svg`<rect class="bar" x=${middle - 24} y=${base - tall} width="26" height=${tall} rx=${Math.min(4, tall / 2)} />
                      <text class="figure" x=${middle - 11} y=${base - tall - 5}>${pupils}</text>`
                  : nothing
              }
              ${
                kitsOut > 0
                  ? svg`<rect class="kits" x=${middle + 6} y=${base - kitsTall} width="14" height=${kitsTall} rx=${Math.min(4, kitsTall / 2)} />
                      <text class="figure" x=${middle + 13} y=${base - kitsTall - 5}>${kitsOut}</text>`
                  : nothing
              }
              <text class="name" x=${middle} y=${base + 18}>${monthName(month)}</text>
            </g>`;
          })}
        </svg>
      </div>
      <p class="legend" aria-hidden="true">
        <span><i class="bar"></i>${msg('Kinder in Klassen')}</span>
        <span><i class="kits"></i>${msg('Kits unterwegs')}</span>
      </p>
      <ul class="unseen">
        ${months.map(
          ({ month, pupils, kitsOut, loans }) =>
            html`<li>${msg(str`${monthName(month)}: ${pupils} Kinder, ${kitsOut} Kits unterwegs, ${loans} neue Leihen`)}</li>`,
        )}
      </ul>`;
  }

  static override styles = css`
    :host {
      display: block;
    }

    .scroll {
      overflow-x: auto;
    }

    svg {
      display: block;
      width: 100%;
      max-height: 15rem;
    }

    .ground {
      stroke: var(--sb-line-strong);
    }

    .bar {
      fill: var(--sb-board);
    }

    /* A frame beside full bars: they differ without colour, too. */
    .kits {
      fill: var(--sb-copper-soft);
      stroke: var(--sb-copper);
      stroke-width: 2;
    }

    text {
      fill: var(--sb-ink-quiet);
      font: 12px var(--sb-font);
      text-anchor: middle;
    }

    .figure {
      fill: var(--sb-ink);
      font-weight: 700;
    }

    .legend {
      display: flex;
      flex-wrap: wrap;
      gap: var(--sb-space-4);
      margin: var(--sb-space-2) 0 0;
      color: var(--sb-ink-quiet);
      font-size: var(--sb-text-s);
    }

    .legend span {
      display: inline-flex;
      align-items: center;
      gap: var(--sb-space-2);
    }

    .legend i {
      width: 0.9rem;
      height: 0.9rem;
      border-radius: 3px;
      background: var(--sb-board);
    }

    .legend i.kits {
      border: 2px solid var(--sb-copper);
      background: var(--sb-copper-soft);
    }

    @media print {
      /* Grounds are not printed; bars are drawn. */
      .scroll {
        overflow: visible;
      }

      svg {
        min-width: 0 !important;
      }

      .legend i {
        box-sizing: border-box;
        border: 0.45rem solid var(--sb-board);
      }
    }

    .unseen {
      position: absolute;
      width: 1px;
      height: 1px;
      margin: 0;
      padding: 0;
      overflow: hidden;
      clip-path: inset(50%);
    }
  `;
}

/** `Nov` of `2026-11`. */
function monthName(month: string): string {
  return new Date(`${month}-15T12:00:00Z`).toLocaleDateString(dateLocale(), {
    timeZone: 'UTC',
    month: 'short',
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-month-chart': MonthChart;
  }
}

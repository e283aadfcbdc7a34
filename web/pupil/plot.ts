import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, type PropertyValues, unsafeCSS } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import uPlot from 'uplot';
import uPlotStyles from 'uplot/dist/uPlot.min.css?inline';
import { language } from '../locales/locale.ts';
import { watchScheme } from '../ui/scheme.ts';
import { type Plot, plotOf, type Series } from './plot-series.ts';

/** The curves' colours, told apart without red and green. */
const tones = ['--sb-action', '--sb-copper', '--sb-good', '--sb-stop'] as const;

/** What a program wrote as numbers, as curves. Import this file when somebody looks at curves: it brings the drawing along. */
@customElement('sb-plot')
@localized()
export class SbPlot extends LitElement {
  @property({ attribute: false }) series: readonly Series[] = [];

  @query('.chart') private chart!: HTMLElement;
  private drawn: uPlot | undefined;
  /** What the drawn chart was made for: its curves' names and its language. */
  private made = '';

  private readonly watchSize = new ResizeObserver(() => {
    const { clientWidth: width, clientHeight: height } = this.chart;
    if (width > 0 && height > 0) this.drawn?.setSize({ width, height });
  });

  private unwatchScheme: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.unwatchScheme = watchScheme(() => {
      this.made = '';
      this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unwatchScheme?.();
    this.watchSize.disconnect();
    this.drawn?.destroy();
    this.drawn = undefined;
  }

  override render() {
    return html`<ul class="legend">
        ${this.series.map(({ name, points }, index) => {
          const last = points.at(-1);
          return html`<li style="--tone:var(${tones[index]})">
            ${name === '' ? msg('Wert') : name} <b>${last ? written(last.value) : ''}</b>
          </li>`;
        })}
      </ul>
      <div class="chart" role="img" aria-label=${this.inWords()}></div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const plot = plotOf(this.series);
    const data = [plot.x, ...plot.curves.map(({ y }) => y)] as uPlot.AlignedData;
    const wanted = JSON.stringify([plot.along, plot.curves.map(({ name }) => name), language()]);
    if (this.drawn && wanted === this.made) {
      if (changed.has('series')) this.drawn.setData(data);
      return;
    }
    this.made = wanted;
    this.drawn?.destroy();
    this.drawn = new uPlot(this.options(plot), data, this.chart);
    this.watchSize.observe(this.chart);
  }

  private options({ along, curves }: Plot): uPlot.Options {
    const style = getComputedStyle(this);
    const tone = (name: string) => style.getPropertyValue(name).trim();
    const axis = {
      stroke: tone('--sb-ink-quiet'),
      grid: { stroke: tone('--sb-line'), width: 1 },
      ticks: { show: false },
      font: `12px ${tone('--sb-font')}`,
      labelFont: `600 12px ${tone('--sb-font')}`,
      values: (_chart: uPlot, places: number[]) => places.map((place) => written(place)),
    };
    return {
      width: this.chart.clientWidth || 300,
      height: this.chart.clientHeight || 140,
      legend: { show: false },
      cursor: { y: false, points: { size: 8 } },
      scales: { x: { time: false }, y: { range: roomy } },
      axes: [
        { ...axis, size: 26, label: along === 'seconds' ? msg('Sekunden') : msg('Zahl Nr.'), labelSize: 16 },
        { ...axis, size: 48 },
      ],
      series: [
        {},
        ...curves.map((_curve, index) => ({
          stroke: tone(tones[index] ?? tones[0]),
          width: 2.5,
          spanGaps: true,
          points: { size: 6 },
        })),
      ],
    };
  }

  /** The curves for those who hear them. */
  private inWords(): string {
    return this.series
      .map(({ name, points }) => {
        const values = points.map(({ value }) => value);
        const [least, most, last] = [Math.min(...values), Math.max(...values), values.at(-1) ?? 0].map(
          written,
        );
        return msg(
          str`Kurve ${name}: ${values.length} Zahlen von ${least ?? ''} bis ${most ?? ''}, zuletzt ${last ?? ''}`,
        );
      })
      .join('. ');
  }

  static override styles = [
    unsafeCSS(uPlotStyles),
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
      }
      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--sb-space-4);
        margin: 0;
        padding: 0 var(--sb-space-3);
        list-style: none;
        font-size: var(--sb-text-s);
      }
      .legend li::before {
        content: '';
        display: inline-block;
        width: 0.8em;
        height: 0.8em;
        margin-right: 0.35em;
        border-radius: 3px;
        background: var(--tone);
      }
      b {
        font-size: var(--sb-text-m);
        font-variant-numeric: tabular-nums;
      }
      .chart {
        flex: 1;
        min-height: 0;
        overflow: hidden;
      }
    `,
  ];
}

/** A number as people of the page's language write it. */
function written(value: number): string {
  return new Intl.NumberFormat(language(), { maximumSignificantDigits: 6 }).format(value);
}

/** Room above and below a curve, also one that is level. */
function roomy(_chart: uPlot, least: number, most: number): [number, number] {
  const room = (most - least) * 0.1 || Math.abs(most) * 0.1 || 1;
  return [least - room, most + room];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-plot': SbPlot;
  }
}

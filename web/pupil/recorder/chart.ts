import { localized, msg } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { watchScheme } from '../../ui/scheme.ts';
import { edgeBeside, nearestEdge } from './edges.ts';
import { Gestures } from './gestures.ts';
import { paintAxis } from './paint-axis.ts';
import { paintScene } from './paint-scene.ts';
import { axisHeight, measures, momentAt, paintOf, placeOf, type Scene } from './scene.ts';
import type { ShownLane } from './shown-lanes.ts';
import type { Viewing } from './viewing.ts';
import type { Words } from './words.ts';

/** So near to an edge a cursor snaps to it, px. */
const snapReach = 12;

/** A lane was tapped, or is asked for by a key: measure the period around this moment, µs. */
export type PeriodAsked = CustomEvent<{ lane: number; at: number }>;

/** The lanes of a run over time. Fires `period-asked`. Who changes `viewing` calls {@link draw}. */
@customElement('sb-recorder-chart')
@localized()
export class SbRecorderChart extends LitElement {
  @property({ attribute: false }) viewing!: Viewing;
  @property({ attribute: false }) lanes: readonly ShownLane[] = [];
  @property({ attribute: false }) words!: Words;
  /** A tap measures a period instead of setting a cursor. */
  @property({ type: Boolean }) measuring = false;

  @query('.axis') private axis!: HTMLCanvasElement;
  @query('.lanes') private picture!: HTMLCanvasElement;
  @query('.chart') private box!: HTMLElement;
  private size = { width: 0, height: 0 };

  private readonly watchSize = new ResizeObserver(([entry]) => {
    if (!entry) return;
    this.size = { width: Math.round(entry.contentRect.width), height: Math.round(entry.contentRect.height) };
    this.draw();
  });

  private unwatchScheme: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.watchSize.observe(this);
    this.unwatchScheme = watchScheme(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watchSize.disconnect();
    this.unwatchScheme?.();
  }

  protected override firstUpdated(): void {
    new Gestures({
      viewing: this.viewing,
      onLanes: (x) => x - this.left > (this.scene()?.gutter ?? 0),
      momentAt: (x) => momentAt(this.geometry(), x - this.left),
      placeOf: (at) => placeOf(this.geometry(), at) + this.left,
      scale: () => this.scale(),
      snapped: (x, y) => this.snapped(x, y),
      tapped: (x, y) => this.tapped(x, y),
    }).listen(this.box);
  }

  override render() {
    return html`<div
      class="chart"
      role="application"
      tabindex="0"
      data-test="recorder-chart"
      aria-label=${msg('Aufzeichnung der Pins')}
      aria-description=${msg('Plus und Minus zoomen, Pfeile links und rechts wandern, Pfeile hoch und runter wählen die Spur. A und B setzen einen Messstrich, mit Umschalt und Pfeil springt er zur nächsten Flanke. P misst die Periode, 0 zeigt alles.')}
      @keydown=${this.onKey}
      @focus=${this.draw}
      @blur=${this.draw}
    >
      <canvas class="axis" aria-hidden="true"></canvas>
      <canvas class="lanes" aria-hidden="true"></canvas>
    </div>`;
  }

  protected override updated(): void {
    this.draw();
  }

  /** Draws what is in sight now. */
  draw(): void {
    const scene = this.scene();
    if (!scene || scene.width <= 0) return;
    const { width, lanes, laneHeight } = scene;
    paintAxis(fitted(this.axis, width, axisHeight), scene);
    paintScene(fitted(this.picture, width, lanes.length * laneHeight), scene);
  }

  /** What is to be seen now; `undefined` without a run. */
  scene(): Scene | undefined {
    const { run, now, window, cursors, lane } = this.viewing;
    if (!run || !this.hasUpdated) return undefined;
    const focused = this.renderRoot instanceof ShadowRoot && this.renderRoot.activeElement === this.box;
    return {
      ...this.geometry(),
      lanes: this.lanes,
      run,
      now,
      window,
      cursors,
      chosen: focused ? lane : -1,
      paint: paintOf(this),
      words: this.words,
    };
  }

  private geometry() {
    const { width, height } = this.size;
    return { width, window: this.viewing.window, ...measures(width, height, this.lanes.length) };
  }

  private get left(): number {
    return this.picture.getBoundingClientRect().left;
  }

  private scale(): number {
    const { width, gutter, window } = this.geometry();
    return (window.to - window.from) / Math.max(1, width - gutter);
  }

  private laneAt(clientY: number): number {
    const { laneHeight } = this.geometry();
    const index = Math.floor((clientY - this.picture.getBoundingClientRect().top) / laneHeight);
    return Math.min(this.lanes.length - 1, Math.max(0, index));
  }

  private snapped(clientX: number, clientY: number): number {
    const at = momentAt(this.geometry(), clientX - this.left);
    const lane = this.lanes[this.laneAt(clientY)]?.lane;
    const edge = lane && nearestEdge(lane, at);
    if (edge === undefined) return at;
    const { left } = this;
    return Math.abs(placeOf(this.geometry(), edge) + left - clientX) <= snapReach ? edge : at;
  }

  private tapped(clientX: number, clientY: number): void {
    const { gutter } = this.geometry();
    const lane = this.laneAt(clientY);
    this.viewing.chooseLane(lane);
    if (clientX - this.left < gutter) return;
    if (this.measuring) this.askPeriod(lane, momentAt(this.geometry(), clientX - this.left));
    else this.viewing.tap(this.snapped(clientX, clientY));
  }

  private askPeriod(lane: number, at: number): void {
    this.dispatchEvent(new CustomEvent('period-asked', { detail: { lane, at } }));
  }

  private onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.press(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @returns whether the key does something here. */
  private press({ key, shiftKey }: KeyboardEvent): boolean {
    const { viewing } = this;
    const { from, to } = viewing.window;
    switch (key) {
      case '+':
      case '=':
        viewing.zoom(0.5);
        return true;
      case '-':
        viewing.zoom(2);
        return true;
      case '0':
        viewing.showAll();
        return true;
      case 'ArrowLeft':
      case 'ArrowRight': {
        const direction = key === 'ArrowRight' ? 1 : -1;
        if (shiftKey) this.toEdge(direction);
        else viewing.pan((direction * (to - from)) / 8);
        return true;
      }
      case 'ArrowUp':
      case 'ArrowDown': {
        const next = viewing.lane + (key === 'ArrowDown' ? 1 : -1);
        viewing.chooseLane(Math.min(this.lanes.length - 1, Math.max(0, next)));
        return true;
      }
      case 'Home':
        viewing.pan(-from);
        return true;
      case 'End':
        viewing.follow(true);
        return true;
      case 'a':
      case 'A':
      case 'b':
      case 'B': {
        const name = key.toLowerCase() === 'a' ? 'a' : 'b';
        viewing.setCursor(name, viewing.cursors[name] ?? (from + Math.min(to, viewing.now)) / 2);
        return true;
      }
      case 'p':
      case 'P':
        this.askPeriod(viewing.lane, viewing.cursors[viewing.active] ?? (from + to) / 2);
        return true;
      default:
        return false;
    }
  }

  /** The active cursor goes to the next edge of the chosen lane. */
  private toEdge(direction: 1 | -1): void {
    const { viewing } = this;
    const { from, to } = viewing.window;
    const shown = this.lanes[viewing.lane];
    const start = viewing.cursors[viewing.active] ?? (direction === 1 ? from : to);
    const edge = shown && edgeBeside(shown.lane, start, direction);
    if (edge === undefined) return;
    viewing.setCursor(viewing.active, edge);
    viewing.reveal(edge);
  }

  static override styles = css`
    :host {
      display: block;
      min-height: 0;
      overflow: hidden auto;
      background: var(--sb-surface);
    }
    .chart {
      position: relative;
      touch-action: pan-y;
      user-select: none;
      cursor: crosshair;
    }
    .chart:focus-visible {
      outline: 3px solid var(--sb-action);
      outline-offset: -3px;
    }
    canvas {
      display: block;
    }
    .axis {
      position: sticky;
      top: 0;
      z-index: 1;
    }
  `;
}

/** A canvas of this size in px, as sharp as the screen. */
function fitted(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D {
  const sharpness = devicePixelRatio;
  const [wide, high] = [Math.round(width * sharpness), Math.round(height * sharpness)];
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide;
    canvas.height = high;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }
  const context = canvas.getContext('2d')!;
  context.setTransform(sharpness, 0, 0, sharpness, 0, 0);
  return context;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-recorder-chart': SbRecorderChart;
  }
}

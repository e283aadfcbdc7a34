import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { PartInput } from '../../device/contract/command.ts';
import type { Wiring } from '../../device/contract/wiring.ts';
import { wirePaint } from '../circuit/wire-paint.ts';
import { type BoardState, emptyBoardState } from './board-state.ts';
import { boardStyles } from './board-styles.ts';
import type { HandledPart } from './hands.ts';
import { groundPath, groundPin, type Point, type Stage } from './layout.ts';
import { PartNow } from './part-now.ts';
import { loadViews, partView } from './part-views.ts';
import { drawBreadboard, drawPi, drawPins } from './pi-drawing.ts';
import { type PlacedPart, placeParts } from './placed-part.ts';

/** A hand on a part of the board view. */
export type BoardInput = CustomEvent<PartInput>;

/** Time after which drawings that could not be loaded are asked for again, ms. */
const retryPause = 3000;

/**
 * The Pi, its header, and the parts wired to it with their live state. Fires `board-input` when a hand does
 * something to a part, by mouse, touch or keyboard; only while `interactive`.
 */
@customElement('sb-board')
@localized()
export class SbBoard extends LitElement {
  @property({ attribute: false }) wiring: Wiring = { parts: [] };
  @property({ attribute: false }) board: BoardState = emptyBoardState;
  @property({ type: Boolean }) interactive = false;
  @property({ type: Boolean }) online = false;
  @property({ type: Boolean }) running = false;

  @state() private room = { width: 0, height: 0 };
  /** The parts that are held now, and by what: two fingers may hold two buttons. */
  @state() private held: ReadonlyMap<string, 'pointer' | 'key'> = new Map();
  /** Whether drawings of parts are missing because the server was away. */
  @state() private incomplete = false;

  private retry: ReturnType<typeof setTimeout> | undefined;

  private readonly watchSize = new ResizeObserver(([entry]) => {
    const room = entry?.contentRect;
    if (room?.width && room.height) this.room = { width: room.width, height: room.height };
  });

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.incomplete) void this.load();
    const view = this.renderRoot.querySelector('.view');
    if (view) this.watchSize.observe(view);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watchSize.disconnect();
    clearTimeout(this.retry);
    for (const part of this.held.keys()) this.letGo(part);
  }

  protected override firstUpdated(): void {
    this.watchSize.observe(this.renderRoot.querySelector('.view')!);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('wiring')) void this.load();
  }

  /** Gets the drawings of what is wired, and asks again until they come. */
  private async load(): Promise<void> {
    clearTimeout(this.retry);
    const { wiring } = this;
    try {
      await loadViews(wiring);
      if (this.wiring !== wiring) return;
      this.incomplete = false;
      this.requestUpdate();
    } catch {
      if (this.wiring !== wiring || !this.isConnected) return;
      this.incomplete = true;
      this.requestUpdate();
      this.retry = setTimeout(() => void this.load(), retryPause);
    }
  }

  override render() {
    const { stage, placed } = placeParts(this.wiring);
    const scale = Math.min(this.room.width / stage.width, this.room.height / stage.height) || 1;
    const colours = new Map(
      placed.flatMap(({ wires }) => wires.map(({ pin, colour }) => [pin, colour] as const)),
    );
    return html`<div class="view"><div
      class="stage"
      role="group"
      aria-label=${msg('Dein Pi und was daran steckt')}
      style=${styleMap({
        width: `${stage.width}px`,
        height: `${stage.height}px`,
        transform: `translate(-50%, -50%) scale(${scale})`,
      })}
    >
      <svg viewBox="0 0 ${stage.width} ${stage.height}" aria-hidden="true">
        ${drawPi(this)} ${drawBreadboard(stage)} ${this.grounds(placed, stage)} ${this.wires(placed)}
        ${drawPins(this.board.levels, new Map([...colours, [groundPin, 'black']]), idleHighGpios(placed))}
        ${placed.map((one) => this.nameOf(one))}
      </svg>
      ${placed.map((one) => this.drawPart(one))}
    </div></div>
    <p class="incomplete" role="status">${this.incomplete ? msg('Ein Teil fehlt noch im Bild: Die Verbindung ist gerade weg. Es kommt von selbst.') : ''}</p>
    ${
      this.interactive && placed.some(({ view }) => view.hands)
        ? html`<sb-hands
            .parts=${placed.flatMap((one) => this.handled(one))}
            @hand=${(event: BoardInput) => this.tell(event.detail)}
          ></sb-hands>`
        : nothing
    }`;
  }

  private handled({ part, view }: PlacedPart): HandledPart[] {
    const hands = view.hands?.(part, new PartNow(part, this.board)) ?? [];
    return hands.length === 0 ? [] : [{ id: part.id, name: view.name(part), hands }];
  }

  private nameOf({ part, view, label }: PlacedPart) {
    const readout = view.readout?.(part, new PartNow(part, this.board));
    return svg`<text class="part-name" x=${label.x} y=${label.y} text-anchor="middle">${view.name(part)}${
      readout ? svg`<tspan class="readout" dx="6">${readout}</tspan>` : nothing
    }</text>`;
  }

  private wires(placed: readonly PlacedPart[]) {
    return placed.map(({ view, wires }) =>
      wires.map(({ gpio, supply, path, to, side, colour, resistor }) => {
        const level = gpio === undefined ? undefined : this.board.levels.get(gpio);
        const high = level === (view.idleHigh ? 0 : 1);
        const kind = supply ? 'supply' : view.output ? 'output' : '';
        return svg`<g class="wire ${high ? 'high' : ''} ${kind}" data-gpio=${gpio ?? ''} data-supply=${supply ?? ''} data-level=${level ?? 0} style="--wire:${wirePaint[colour]}">
          <path class="glow" d=${path} /><path class="casing" d=${path} /><path class="core" d=${path} /><path class="signal" d=${path} />
          ${resistor ? drawResistor(side === 'below' ? { x: to.x, y: to.y + 16 } : { x: to.x - 22, y: to.y }, side === 'below') : nothing}
          <circle class="plug" cx=${to.x} cy=${to.y} r="3.6" />
        </g>`;
      }),
    );
  }

  private grounds(placed: readonly PlacedPart[], stage: Stage) {
    const { groundRail } = stage;
    return svg`<g class="ground">
      <path class="casing" d=${groundPath(stage)} /><path class="core" d=${groundPath(stage)} />
      <circle class="plug" cx=${groundRail.x} cy=${groundRail.top} r="3" />
      ${placed.flatMap(({ grounds }) =>
        grounds.map(
          ({ path, end, resistor }) =>
            svg`<path class="core" d=${path} /><circle class="plug" cx=${end.x} cy=${end.y} r="3" />
            ${resistor ? drawResistor(resistor, false) : nothing}`,
        ),
      )}
    </g>`;
  }

  private drawPart({ part, view, size, corner, scale }: PlacedPart) {
    const now = new PartNow(part, this.board);
    const can = this.interactive && view.hold !== undefined;
    const gpios = Object.values(part.pins).join(', ');
    const name =
      gpios === ''
        ? msg(str`${view.name(part)}: ${view.state(part, now)}`, { id: 'part-on-bus' })
        : msg(str`${view.name(part)} an GPIO ${gpios}: ${view.state(part, now)}`);
    return html`<div
      class="part ${can ? 'can' : ''} ${this.held.has(part.id) ? 'held' : ''}"
      data-part=${part.id}
      data-type=${part.type}
      role=${can ? 'button' : 'img'}
      tabindex=${can ? 0 : nothing}
      aria-pressed=${can ? (view.hold?.held(part, now) ?? false) : nothing}
      aria-label=${name}
      title=${name}
      style=${styleMap({
        left: `${corner.x}px`,
        top: `${corner.y}px`,
        width: `${size.width}px`,
        height: `${size.height}px`,
        transform: `scale(${scale})`,
      })}
      @pointerdown=${can ? (event: PointerEvent) => this.onPointerDown(event, part.id) : nothing}
      @pointerup=${() => this.letGo(part.id)}
      @lostpointercapture=${() => this.letGo(part.id)}
      @keydown=${can ? (event: KeyboardEvent) => this.onKeyDown(event, part.id) : nothing}
      @keyup=${(event: KeyboardEvent) => isHoldKey(event) && this.letGo(part.id)}
      @blur=${() => this.letGo(part.id, 'key')}
      @contextmenu=${(event: Event) => can && event.preventDefault()}
    >
      ${view.draw(part, now)}
    </div>`;
  }

  private onPointerDown(event: PointerEvent, part: string): void {
    if (event.button !== 0) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.hold(part, 'pointer');
  }

  private onKeyDown(event: KeyboardEvent, part: string): void {
    if (!isHoldKey(event)) return;
    event.preventDefault();
    if (!event.repeat) this.hold(part, 'key');
  }

  private hold(part: string, by: 'pointer' | 'key'): void {
    if (this.held.has(part)) return;
    this.held = new Map([...this.held, [part, by]]);
    this.tellHold(part, 'press');
  }

  /** @param only lets go of what is held by this alone: a finger holds on when the focus goes elsewhere. */
  private letGo(part: string, only?: 'key'): void {
    const by = this.held.get(part);
    if (by === undefined || (only && by !== only)) return;
    this.held = new Map([...this.held].filter(([id]) => id !== part));
    this.tellHold(part, 'release');
  }

  private tellHold(id: string, what: 'press' | 'release'): void {
    const part = this.wiring.parts.find((one) => one.id === id);
    const hold = part && partView(part.type)?.hold;
    if (hold) this.tell({ part: id, input: hold[what] });
  }

  private tell(detail: PartInput): void {
    this.dispatchEvent(new CustomEvent('board-input', { detail, bubbles: true, composed: true }));
  }

  static override styles = boardStyles;
}

/** Pins that are high while nobody touches their part. */
function idleHighGpios(placed: readonly PlacedPart[]): ReadonlySet<number> {
  return new Set(placed.flatMap(({ part, view }) => (view.idleHigh ? Object.values(part.pins) : [])));
}

function drawResistor({ x, y }: Point, upright: boolean) {
  return svg`<g class="resistor" transform="translate(${x} ${y})${upright ? ' rotate(90)' : ''}"><g transform="translate(-13 -5)"><rect width="26" height="10" rx="4.5" /><path class="r1" d="M7 0v10" /><path class="r2" d="M12 0v10" /><path class="r3" d="M17 0v10" /></g></g>`;
}

function isHoldKey(event: KeyboardEvent): boolean {
  return event.key === ' ' || event.key === 'Enter';
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-board': SbBoard;
  }
}

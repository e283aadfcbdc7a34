import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { PartInput } from '../../device/contract/command.ts';
import type { Wiring } from '../../device/contract/wiring.ts';
import { boardStyles } from './board-styles.ts';
import { groundPath, groundPin, groundRail, stage, wirePath } from './layout.ts';
import type { Levels } from './part-view.ts';
import { drawBreadboard, drawPi, drawPins } from './pi-drawing.ts';
import { type PlacedPart, placeParts } from './placed-part.ts';

/** A hand on a part of the board view. */
export type BoardInput = CustomEvent<PartInput>;

/**
 * The Pi, its header, and the parts wired to it with their live state. Fires `board-input` when a part is held
 * and let go, by mouse, touch or keyboard; only while `interactive`.
 */
@localized()
@customElement('sb-board')
export class SbBoard extends LitElement {
  @property({ attribute: false }) wiring: Wiring = { parts: [] };
  @property({ attribute: false }) levels: Levels = new Map();
  @property({ type: Boolean }) interactive = false;
  @property({ type: Boolean }) online = false;
  @property({ type: Boolean }) running = false;

  @state() private scale = 1;
  @state() private heldPart: string | null = null;

  private readonly watchSize = new ResizeObserver(([entry]) => {
    const room = entry?.contentRect;
    if (room?.width && room.height)
      this.scale = Math.min(room.width / stage.width, room.height / stage.height);
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.watchSize.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watchSize.disconnect();
    this.letGo();
  }

  override render() {
    const placed = placeParts(this.wiring);
    const colours = new Map(
      placed.flatMap(({ part, view, wires }) =>
        wires.map(({ pin }) => [pin, view.wireColour(part)] as const),
      ),
    );
    return html`<div
      class="stage"
      role="group"
      aria-label=${msg('Dein Pi und was daran steckt')}
      style=${styleMap({
        width: `${stage.width}px`,
        height: `${stage.height}px`,
        transform: `translate(-50%, -50%) scale(${this.scale})`,
      })}
    >
      <svg viewBox="0 0 ${stage.width} ${stage.height}" aria-hidden="true">
        ${drawPi(this)} ${drawBreadboard()} ${this.grounds(placed)} ${this.wires(placed)}
        ${drawPins(this.levels, new Map([...colours, [groundPin, 'var(--wire-ground)']]))}
        ${placed.map(
          ({ part, view, label }) =>
            svg`<text class="part-name" x=${label.x} y=${label.y} text-anchor="middle">${view.name(part)}</text>`,
        )}
      </svg>
      ${placed.map((one) => this.drawPart(one))}
    </div>`;
  }

  private wires(placed: readonly PlacedPart[]) {
    return placed.map(({ part, view, wires }) =>
      wires.map(({ gpio, from, to }) => {
        const path = wirePath(from, to);
        const high = this.levels.get(gpio) === 1;
        return svg`<g class="wire ${high ? 'high' : ''} ${view.output ? 'output' : ''}" data-gpio=${gpio} data-level=${high ? 1 : 0} style="--wire:${view.wireColour(part)}">
          <path class="glow" d=${path} /><path class="casing" d=${path} /><path class="core" d=${path} /><path class="signal" d=${path} />
          <circle class="plug" cx=${to.x} cy=${to.y} r="3.6" />
        </g>`;
      }),
    );
  }

  private grounds(placed: readonly PlacedPart[]) {
    return svg`<g class="ground">
      <path class="casing" d=${groundPath()} /><path class="core" d=${groundPath()} />
      <circle class="plug" cx=${groundRail.x} cy=${groundRail.top} r="3" />
      ${placed.map(({ ground, view }) => {
        if (!ground) return nothing;
        const middle = (ground.x + groundRail.x) / 2;
        return svg`<path class="core" d="M${ground.x} ${ground.y}H${groundRail.x}" /><circle class="plug" cx=${groundRail.x} cy=${ground.y} r="3" />
          ${
            view.ground?.resistor
              ? svg`<g class="resistor" transform="translate(${middle - 13} ${ground.y - 5})"><rect width="26" height="10" rx="4.5" /><path class="r1" d="M7 0v10" /><path class="r2" d="M12 0v10" /><path class="r3" d="M17 0v10" /></g>`
              : nothing
          }`;
      })}
    </g>`;
  }

  private drawPart({ part, view, corner, scale }: PlacedPart) {
    const can = this.interactive && view.held !== undefined;
    const gpios = Object.values(part.pins).join(', ');
    const name = msg(str`${view.name(part)} an GPIO ${gpios}: ${view.state(part, this.levels)}`);
    return html`<div
      class="part ${can ? 'can' : ''} ${this.heldPart === part.id ? 'held' : ''}"
      data-part=${part.id}
      data-type=${part.type}
      role=${can ? 'button' : 'img'}
      tabindex=${can ? 0 : nothing}
      aria-pressed=${can ? (view.held?.(part, this.levels) ?? false) : nothing}
      aria-label=${name}
      title=${name}
      style=${styleMap({
        left: `${corner.x}px`,
        top: `${corner.y}px`,
        width: `${view.width}px`,
        height: `${view.height}px`,
        transform: `scale(${scale})`,
      })}
      @pointerdown=${can ? (event: PointerEvent) => this.onPointerDown(event, part.id) : nothing}
      @pointerup=${() => this.letGo()}
      @lostpointercapture=${() => this.letGo()}
      @keydown=${can ? (event: KeyboardEvent) => this.onKeyDown(event, part.id) : nothing}
      @keyup=${(event: KeyboardEvent) => isHoldKey(event) && this.letGo()}
      @blur=${() => this.letGo()}
      @contextmenu=${(event: Event) => can && event.preventDefault()}
    >
      ${view.draw(part, this.levels)}
    </div>`;
  }

  private onPointerDown(event: PointerEvent, part: string): void {
    if (event.button !== 0) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.hold(part);
  }

  private onKeyDown(event: KeyboardEvent, part: string): void {
    if (!isHoldKey(event)) return;
    event.preventDefault();
    if (!event.repeat) this.hold(part);
  }

  private hold(part: string): void {
    if (this.heldPart === part) return;
    this.letGo();
    this.heldPart = part;
    this.tell(part, 'press');
  }

  private letGo(): void {
    const part = this.heldPart;
    if (part === null) return;
    this.heldPart = null;
    this.tell(part, 'release');
  }

  private tell(part: string, input: string): void {
    this.dispatchEvent(
      new CustomEvent('board-input', { detail: { part, input }, bubbles: true, composed: true }),
    );
  }

  static override styles = boardStyles;
}

function isHoldKey(event: KeyboardEvent): boolean {
  return event.key === ' ' || event.key === 'Enter';
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-board': SbBoard;
  }
}

import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import './seat-card.ts';
import type { DeviceView, SeatView } from '../../server/live/contract/live.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { lineIcon } from '../ui/line-icons.ts';
import { CardsInView } from './live/cards-in-view.ts';
import type { CardSources } from './seat-card.ts';
import { byNeed, inShownOrder } from './seat-order.ts';

/** Least time between two sortings, ms: programs start and end all the time, and cards that jump can't be read. */
const sortPause = 1500;

/** Something that the teacher wants of one seat. */
export type SeatEvent = CustomEvent<{ seatId: string }>;

/**
 * All seats, who needs help first. While somebody points at a card or has the focus in one, no card moves. Fires
 * `seat-look`, `seat-choose` and `seat-hand-down` with the seat, and `cards-in-view` with those that can be seen.
 */
@customElement('sb-seat-grid')
@localized()
export class SeatGrid extends LitElement {
  @property({ attribute: false }) seats: readonly SeatView[] = [];
  @property({ attribute: false }) devices: readonly DeviceView[] = [];
  @property({ attribute: false }) free: readonly DeviceView[] = [];
  @property({ attribute: false }) sources!: CardSources;
  /** For how many minutes nothing has changed at a seat. */
  @property({ attribute: false }) still: (seatId: string) => number = () => 0;
  @property({ type: Boolean, reflect: true }) small = false;
  /** Cards are being chosen. */
  @property({ type: Boolean }) choosing = false;
  @property({ attribute: false }) chosen: ReadonlySet<string> = new Set();
  /** See `SeatCard.extra`. */
  @property({ attribute: false }) extra: (seat: SeatView) => unknown = () => nothing;

  @state() private held = false;
  private shown: readonly SeatView[] = [];
  private sortedAt = Number.NEGATIVE_INFINITY;
  private sorting: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    new CardsInView(this, 'sb-seat-card', (seatIds) =>
      this.dispatchEvent(new CustomEvent('cards-in-view', { detail: seatIds })),
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.sorting);
    this.sorting = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const wait = this.sortedAt + sortPause - performance.now();
    if (this.held || wait > 0) {
      if (changed.has('seats'))
        this.shown = inShownOrder(
          this.seats,
          this.shown.map((seat) => seat.id),
        );
      if (!this.held) this.sorting ??= setTimeout(() => this.sortNow(), wait);
      return;
    }
    this.shown = byNeed(this.seats, this.devices, this.still);
    this.sortedAt = performance.now();
  }

  protected override render() {
    const devices = new Map(this.devices.map((device) => [device.id, device]));
    return html`<div
      class="grid"
      @pointerenter=${this.hold}
      @pointerleave=${this.release}
      @focusin=${this.hold}
      @focusout=${this.release}
    >
      ${repeat(
        this.shown,
        (seat) => seat.id,
        (seat) => html`<sb-seat-card
          data-test="seat-card"
          data-seat=${seat.id}
          data-nickname=${seat.nickname}
          data-state=${seat.program.state}
          data-error=${seat.lastError ? 'yes' : 'no'}
          data-connected=${seat.connected ? 'yes' : 'no'}
          .seat=${seat}
          .device=${devices.get(seat.deviceId ?? '')}
          .free=${this.free}
          .sources=${this.sources}
          .still=${this.still(seat.id)}
          .small=${this.small}
          .choosing=${this.choosing}
          .chosen=${this.chosen.has(seat.id)}
          .extra=${this.extra}
          @look=${() => this.tell('seat-look', seat.id)}
          @choose=${() => this.tell('seat-choose', seat.id)}
          @hand-down=${() => this.tell('seat-hand-down', seat.id)}
        ></sb-seat-card>`,
      )}
    </div>`;
  }

  /** The seats in the order in which they are shown. */
  get order(): readonly string[] {
    return this.shown.map(({ id }) => id);
  }

  private tell(name: string, seatId: string): void {
    this.dispatchEvent(new CustomEvent(name, { detail: { seatId } }) satisfies SeatEvent);
  }

  private sortNow(): void {
    this.sorting = undefined;
    this.requestUpdate();
  }

  private hold(): void {
    this.held = true;
  }

  private release(event: Event): void {
    const grid = event.currentTarget as HTMLElement;
    if (event.type === 'focusout' ? grid.matches(':hover') : grid.matches(':focus-within')) return;
    this.held = false;
  }

  static override styles = [
    controlStyles,
    css`
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr));
        gap: var(--sb-space-3);
      }

      :host([small]) .grid {
        grid-template-columns: repeat(auto-fill, minmax(min(13rem, 100%), 1fr));
        gap: var(--sb-space-2);
      }
    `,
  ];
}

/** Nobody sits there yet. */
export function emptyClass() {
  return html`<div class="empty">
    ${lineIcon('users')}
    <p><strong>${msg('Noch niemand da: zeigen Sie den Code.')}</strong></p>
    <p>${msg('Am besten in der Projektoransicht. Wer beitritt, erscheint hier sofort.')}</p>
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-seat-grid': SeatGrid;
  }
}

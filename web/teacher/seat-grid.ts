import { localized, msg } from '@lit/localize';
import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import './seat-card.ts';
import type { DeviceView, SeatView } from '../../server/live/contract/live.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { lineIcon } from '../ui/line-icons.ts';
import { byNeed, inShownOrder } from './seat-order.ts';

/** Least time between two sortings, ms: programs start and end all the time, and cards that jump can't be read. */
const sortPause = 1500;

/** All seats, who needs help first. While somebody points at a card or has the focus in one, no card moves. */
@localized()
@customElement('sb-seat-grid')
export class SeatGrid extends LitElement {
  @property({ attribute: false }) seats: readonly SeatView[] = [];
  @property({ attribute: false }) devices: readonly DeviceView[] = [];
  @property({ attribute: false }) free: readonly DeviceView[] = [];

  @state() private held = false;
  private shown: readonly SeatView[] = [];
  private sortedAt = Number.NEGATIVE_INFINITY;
  private sorting: ReturnType<typeof setTimeout> | undefined;

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
    this.shown = byNeed(this.seats, this.devices);
    this.sortedAt = performance.now();
  }

  protected override render() {
    if (this.seats.length === 0) return this.renderEmpty();
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
          data-nickname=${seat.nickname}
          data-state=${seat.program.state}
          data-error=${seat.lastError ? 'yes' : 'no'}
          data-connected=${seat.connected ? 'yes' : 'no'}
          .seat=${seat}
          .device=${devices.get(seat.deviceId ?? '')}
          .free=${this.free}
        ></sb-seat-card>`,
      )}
    </div>`;
  }

  private sortNow(): void {
    this.sorting = undefined;
    this.requestUpdate();
  }

  private renderEmpty() {
    return html`<div class="empty">
      ${lineIcon('users')}
      <p><strong>${msg('Noch niemand da: zeigen Sie den Code.')}</strong></p>
      <p>${msg('Am besten in der Projektoransicht. Wer beitritt, erscheint hier sofort.')}</p>
    </div>`;
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
        grid-template-columns: repeat(auto-fill, minmax(19rem, 1fr));
        gap: var(--sb-space-3);
      }

      .empty {
        display: grid;
        justify-items: center;
        gap: var(--sb-space-1);
        padding: var(--sb-space-8) var(--sb-space-4);
        border: 2px dashed var(--sb-line);
        border-radius: var(--sb-radius);
        text-align: center;
      }

      .empty svg.lucide {
        width: 2.5rem;
        height: 2.5rem;
        color: var(--sb-copper);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-seat-grid': SeatGrid;
  }
}

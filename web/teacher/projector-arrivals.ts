import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { DeviceView, SeatView } from '../../server/live/contract/live.ts';
import { controlStyles } from '../ui/control-styles.ts';

/** Who has joined, and at which Pi they sit; without names when the teacher wants none on the wall. */
@customElement('sb-projector-arrivals')
@localized()
export class ProjectorArrivals extends LitElement {
  @property({ attribute: false }) seats: readonly SeatView[] = [];
  @property({ attribute: false }) devices: readonly DeviceView[] = [];
  @property({ type: Boolean }) nameless = false;

  protected override render() {
    const seats = this.seats.toSorted((a, b) => a.joinedAt - b.joinedAt);
    const pupils = seats.reduce((sum, seat) => sum + seat.pupils.length, 0);
    return html`<section class=${crowdOf(seats.length)}>
      <h2 aria-live="polite" data-test="projector-count">${this.count(pupils)}${this.paired(seats)}</h2>
      ${
        this.nameless
          ? nothing
          : html`<ul>
              ${repeat(
                seats,
                (seat) => seat.id,
                (seat) => this.renderSeat(seat),
              )}
            </ul>`
      }
    </section>`;
  }

  private renderSeat(seat: SeatView) {
    const number = this.numberOf(seat);
    return html`<li class=${seat.connected ? '' : 'away'} data-test="projector-name">
      <span class="name">${seat.nickname}</span>
      ${number === undefined ? nothing : html`<span class="pi">${msg(str`Pi ${number}`)}</span>`}
    </li>`;
  }

  /** The Pi that somebody has said is before them; one that a seat merely got says nothing about where it stands. */
  private numberOf(seat: SeatView): number | undefined {
    return seat.deviceConfirmed ? this.devices.find(({ id }) => id === seat.deviceId)?.number : undefined;
  }

  private count(pupils: number): string {
    if (pupils === 0) return msg('Noch niemand da. Wer ist zuerst drin?');
    return pupils === 1 ? msg('1 ist dabei') : msg(str`${pupils} sind dabei`);
  }

  private paired(seats: readonly SeatView[]) {
    const found = seats.filter((seat) => this.numberOf(seat) !== undefined).length;
    return found === 0 ? nothing : html`<span class="found">${msg(str`${found} mit ihrem Pi`)}</span>`;
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
        min-height: 0;
        padding-top: calc(var(--unit) * 1.2);
        border-top: 4px solid var(--sb-board);
        overflow: hidden;
      }

      h2 {
        display: flex;
        justify-content: space-between;
        gap: 1em;
        font-size: calc(var(--unit) * 2.2);
      }

      .found {
        color: var(--sb-board);
      }

      ul {
        display: flex;
        flex-wrap: wrap;
        gap: calc(var(--unit) * 0.8);
        margin: calc(var(--unit) * 1) 0 0;
        padding: 0;
        list-style: none;
      }

      li {
        display: flex;
        align-items: center;
        gap: 0.5em;
        min-width: 0;
        padding: 0.12em 0.7em;
        border: 3px solid var(--sb-board);
        border-radius: 99px;
        font-size: calc(var(--unit) * 2);
        font-weight: 650;
        line-height: 1.3;
        animation: arrive 600ms cubic-bezier(0.2, 1.4, 0.4, 1) backwards;
      }

      .name {
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .pi {
        flex: none;
        margin-right: -0.45em;
        padding: 0 0.5em;
        border-radius: 99px;
        background: var(--sb-board);
        color: var(--sb-on-board);
        font-size: 0.9em;
      }

      .many li {
        font-size: calc(var(--unit) * 1.5);
      }

      /* Where each chip must find its place, they stand in columns, and a long name is cut before its Pi is. */
      .crowd ul,
      .throng ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(calc(var(--unit) * 14), 1fr));
        gap: calc(var(--unit) * 0.45);
      }

      .crowd li,
      .throng li {
        justify-content: space-between;
        border-width: 2px;
        font-size: calc(var(--unit) * 1.25);
        line-height: 1.25;
      }

      .throng ul {
        grid-template-columns: repeat(auto-fill, minmax(calc(var(--unit) * 12), 1fr));
      }

      .throng li {
        padding-block: 0;
        font-size: calc(var(--unit) * 1.15);
      }

      li.away {
        border-style: dashed;
        border-color: var(--sb-line);
      }

      @keyframes arrive {
        from {
          opacity: 0;
          transform: translateY(1em) scale(0.8);
        }
      }

      @media (prefers-reduced-motion: reduce) {
        li {
          animation: none;
        }
      }

      @media (max-aspect-ratio: 1) {
        h2 {
          font-size: calc(var(--unit) * 3);
        }

        li {
          font-size: calc(var(--unit) * 2.6);
        }

        .crowd ul,
        .throng ul {
          grid-template-columns: repeat(auto-fill, minmax(calc(var(--unit) * 15), 1fr));
        }
      }
    `,
  ];
}

/** How closely the names must stand. */
export function crowdOf(seats: number): '' | 'many' | 'crowd' | 'throng' {
  if (seats > 42) return 'throng';
  if (seats > 28) return 'crowd';
  return seats > 8 ? 'many' : '';
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-projector-arrivals': ProjectorArrivals;
  }
}

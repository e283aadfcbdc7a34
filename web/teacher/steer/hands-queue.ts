import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '../../ui/problem-note.ts';
import type { Problem } from '../../../device/contract/problem.ts';
import type { SeatView } from '../../../server/live/contract/live.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { problemOf } from '../../ui/problem-text.ts';
import type { ClassWatch } from '../class-watch.ts';
import { handsUp } from './receivers.ts';

/** Who raised a hand, in order; empty it takes no room. Fires `seat-open` with `{ seatId }` to look at one's work. */
@customElement('sb-hands-queue')
@localized()
export class HandsQueue extends LitElement {
  @property({ attribute: false, hasChanged: () => true }) watch!: ClassWatch;

  @state() private problem: Problem | null = null;

  protected override render() {
    const seats = this.watch.state ? handsUp(this.watch.state) : [];
    const first = seats[0]?.nickname;
    return html`<p class="visually-hidden" role="status">${first ? msg(str`${seats.length} Hände oben, als Nächstes ${first}`) : ''}</p>
      ${
        seats.length === 0
          ? nothing
          : html`<section class="panel" aria-labelledby="heading" data-test="hands">
              <h2 id="heading">${lineIcon('hand')}${msg('Gemeldet')}</h2>
              <ol>
                ${repeat(
                  seats,
                  ({ id }) => id,
                  (seat) => this.renderHand(seat),
                )}
              </ol>
              <sb-problem-note .problem=${this.problem}></sb-problem-note>
            </section>`
      }`;
  }

  private renderHand({ id, nickname, handPlace }: SeatView) {
    return html`<li data-test="hand-up" data-nickname=${nickname}>
      <span class="place" aria-hidden="true">${handPlace}</span>
      <button
        class="button quiet name"
        type="button"
        title=${msg('Arbeit ansehen')}
        @click=${() => this.dispatchEvent(new CustomEvent('seat-open', { detail: { seatId: id }, bubbles: true, composed: true }))}
      >
        ${nickname}
      </button>
      <button
        class="button"
        type="button"
        aria-label=${msg(str`Bin da, Hand von ${nickname} senken`)}
        data-test="hand-done"
        @click=${() => this.lower(id)}
      >
        ${lineIcon('check')}${msg('Bin da')}
      </button>
    </li>`;
  }

  private async lower(seatId: string): Promise<void> {
    this.problem = null;
    try {
      await this.watch.ask('hand:lower', { seatId });
    } catch (thrown) {
      this.problem = problemOf(thrown);
    }
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
      }

      section.panel {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--sb-space-2) var(--sb-space-4);
        padding: var(--sb-space-2) var(--sb-space-4);
        border-left: 6px solid var(--sb-copper);
        background: var(--sb-copper-soft);
      }

      h2 {
        display: flex;
        align-items: center;
        gap: var(--sb-space-2);
        font-size: var(--sb-text-m);
      }

      ol {
        display: flex;
        flex-wrap: wrap;
        gap: var(--sb-space-2);
        margin: 0;
        padding: 0;
        list-style: none;
      }

      li {
        display: flex;
        align-items: center;
        padding-left: var(--sb-space-2);
        border-radius: var(--sb-radius);
        background: var(--sb-surface);
      }

      .place {
        display: grid;
        place-items: center;
        width: 1.75rem;
        height: 1.75rem;
        border-radius: 50%;
        background: var(--sb-copper);
        color: var(--sb-surface);
        font-weight: 700;
      }

      .name {
        max-width: 14rem;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-hands-queue': HandsQueue;
  }
}

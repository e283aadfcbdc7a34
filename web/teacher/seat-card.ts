import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import './live/seat-pi.ts';
import './live/seat-picture.ts';
import './live/seat-progress.ts';
import './seat-pupils.ts';
import type { LessonView } from '../../server/api/contract/endpoints.ts';
import type { DeviceView, SeatView } from '../../server/live/contract/live.ts';
import { adultProblemText } from '../ui/account/adult-problem.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { type LineIcon, lineIcon } from '../ui/line-icons.ts';
import type { PictureStore } from './live/picture-store.ts';
import type { SeatWorks } from './live/seat-works.ts';
import { seatCardStyles } from './seat-card-styles.ts';
import { type SeatCondition, seatCondition } from './seat-order.ts';

const conditionIcons: Record<SeatCondition, LineIcon> = {
  hand: 'hand',
  error: 'circle-alert',
  disconnected: 'wifi-off',
  'pi-offline': 'unplug',
  stuck: 'clock',
  running: 'play',
  idle: 'pencil',
};

/** What cards of one class share. */
export interface CardSources {
  readonly works: SeatWorks;
  readonly pictures: PictureStore;
  readonly lesson: (lessonId: string) => LessonView | undefined;
  /** The class's lesson. */
  readonly lessonId: string;
}

/**
 * One seat: who sits there, their blocks as they change, how far they are, what is wrong, and the Pi. Fires `look` when
 * the teacher wants to see more, `choose` when the card is marked or no longer, and `hand-down`.
 */
@customElement('sb-seat-card')
@localized()
export class SeatCard extends LitElement {
  @property({ attribute: false }) seat!: SeatView;
  /** The seat's Pi. */
  @property({ attribute: false }) device: DeviceView | undefined;
  /** Pis that could be given instead. */
  @property({ attribute: false }) free: readonly DeviceView[] = [];
  @property({ attribute: false }) sources!: CardSources;
  /** Minutes without a change. */
  @property({ type: Number }) still = 0;
  @property({ type: Boolean, reflect: true }) small = false;
  @property({ type: Boolean, reflect: true }) chosen = false;
  /** Cards are being chosen: the mark is there for all. */
  @property({ type: Boolean, reflect: true }) choosing = false;
  /** What else a card can do, beside its menu. */
  @property({ attribute: false }) extra: (seat: SeatView) => unknown = () => nothing;

  @state() private open = false;

  protected override render() {
    const { seat, sources } = this;
    const condition = seatCondition(seat, this.device, this.still);
    const lesson = sources.lesson(seat.lessonId);
    return html`<article class="panel ${condition}" aria-labelledby="nickname">
      <header>
        <label class="mark">
          <input
            type="checkbox"
            data-test="seat-choose"
            aria-label=${msg(str`${seat.nickname} auswählen`)}
            .checked=${this.chosen}
            @change=${() => this.dispatchEvent(new Event('choose'))}
          />
        </label>
        <h3 id="nickname">${seat.nickname}</h3>
        ${this.small ? nothing : html`<sb-seat-pupils .seat=${seat}></sb-seat-pupils>`}
        ${
          condition === 'hand'
            ? nothing
            : html`<p class="condition" title=${this.conditionText(condition)}>${lineIcon(conditionIcons[condition])}<span>${this.conditionText(condition)}</span></p>`
        }
      </header>
      ${this.renderHand()}
      <button
        class="picture"
        type="button"
        data-test="seat-look"
        aria-label=${msg(str`${seat.nickname} beim Bauen zusehen`)}
        @click=${() => this.dispatchEvent(new Event('look'))}
      >
        <sb-seat-picture
          .works=${sources.works}
          .pictures=${sources.pictures}
          .seatId=${seat.id}
          .lesson=${lesson}
        ></sb-seat-picture>
        <span class="look" aria-hidden="true">${lineIcon('eye')}</span>
      </button>
      <sb-seat-progress
        .seat=${seat}
        .lesson=${lesson}
        ?other-lesson=${seat.lessonId !== sources.lessonId}
      ></sb-seat-progress>
      ${
        seat.lastError
          ? html`<p class="error"><span class="visually-hidden">${msg('Letzter Fehler:')}</span> ${adultProblemText(seat.lastError)}</p>`
          : nothing
      }
      ${this.renderFacts(condition)}
      ${this.small ? this.renderMore() : nothing}
      <div class="menu" ?hidden=${this.small && !this.open}>
        <sb-seat-pi .seat=${seat} .device=${this.device} .free=${this.free}></sb-seat-pi>
        <div class="row">
          ${this.small ? html`<sb-seat-pupils .seat=${seat}></sb-seat-pupils>` : nothing}${this.extra(seat)}
        </div>
      </div>
    </article>`;
  }

  private renderHand() {
    const { handPlace, nickname } = this.seat;
    if (handPlace === null) return nothing;
    return html`<p class="hand" data-test="seat-hand">
      ${lineIcon('hand')}<strong>${handPlace}.</strong>
      <span>${msg('Meldet sich')}</span>
      <button
        class="button"
        type="button"
        data-test="seat-hand-down"
        aria-label=${msg(str`Bin da, Hand von ${nickname} senken`)}
        @click=${() => this.dispatchEvent(new Event('hand-down'))}
      >
        ${lineIcon('check')}<span>${msg('Bin da')}</span>
      </button>
    </p>`;
  }

  /** What the condition's own words do not say. */
  private renderFacts(condition: SeatCondition) {
    const { connected, program } = this.seat;
    const away = connected || condition === 'disconnected' ? nothing : html`<span>${msg('Seite zu')}</span>`;
    const running =
      program.state !== 'running' || condition === 'running'
        ? nothing
        : html`<span>${program.where === 'pi' ? msg('Programm läuft auf dem Pi') : msg('Programm läuft auf dem virtuellen Pi')}</span>`;
    if (away === nothing && running === nothing) return nothing;
    return html`<p class="facts">${away}${running}</p>`;
  }

  private renderMore() {
    return html`<button
      class="button quiet more"
      type="button"
      data-test="seat-more"
      aria-expanded=${this.open}
      aria-label=${msg(str`Mehr zu ${this.seat.nickname}`)}
      @click=${() => {
        this.open = !this.open;
      }}
    >
      ${lineIcon('chevron-down')}
    </button>`;
  }

  private conditionText(condition: SeatCondition): string {
    switch (condition) {
      case 'hand':
        return msg('Meldet sich');
      case 'error':
        return msg('Fehler');
      case 'disconnected':
        return msg('Nicht da');
      case 'pi-offline':
        return msg('Pi ist weg');
      case 'stuck':
        return msg(str`seit ${this.still} Minuten keine Änderung`);
      case 'running':
        return this.seat.program.where === 'pi' ? msg('Läuft auf dem Pi') : msg('Läuft virtuell');
      case 'idle':
        return msg('Baut gerade');
    }
  }

  static override styles = [controlStyles, seatCardStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-seat-card': SeatCard;
  }
}

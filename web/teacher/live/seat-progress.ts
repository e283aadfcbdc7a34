import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { LessonView } from '../../../server/api/contract/endpoints.ts';
import type { SeatView } from '../../../server/live/contract/live.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { goalsOf } from './lesson-views.ts';

/** Goals that are dots; more are a number. */
const mostDots = 12;

/** How far a seat is: the step, the goals, and whether the work is handed in. */
@customElement('sb-seat-progress')
@localized()
export class SeatProgress extends LitElement {
  @property({ attribute: false }) seat!: SeatView;
  @property({ attribute: false }) lesson: LessonView | undefined;
  /** The seat works on another lesson than the class. */
  @property({ type: Boolean, attribute: 'other-lesson' }) otherLesson = false;

  protected override render() {
    const { lesson } = this;
    return html`${this.otherLesson && lesson ? html`<span class="lesson">${lesson.title}</span>` : nothing}
      ${this.renderStep()}${this.renderGoals()}${this.renderHandIn()}`;
  }

  private renderStep() {
    const { lesson } = this;
    const { step } = this.seat;
    if (!lesson || step === null) return nothing;
    const at = Math.min(step + 1, lesson.steps.length);
    const title = lesson.steps[step]?.title ?? '';
    return html`<span class="step" title=${title} data-test="seat-step">
      ${msg(str`Schritt ${at}/${lesson.steps.length}`)}<span class="visually-hidden">: ${title}</span>
    </span>`;
  }

  private renderGoals() {
    const { lesson } = this;
    if (!lesson) return nothing;
    const goals = goalsOf(lesson);
    if (goals.length === 0) return nothing;
    const reached = goals.filter(({ id }) => this.seat.goals.includes(id)).length;
    const words = msg(str`${reached} von ${goals.length} Zielen erreicht`);
    if (goals.length > mostDots)
      return html`<span class="goals" title=${words} data-test="seat-goals">${lineIcon('flag')}${reached}/${goals.length}<span class="visually-hidden"> ${words}</span></span>`;
    return html`<span class="goals" role="img" aria-label=${words} title=${words} data-test="seat-goals" data-reached=${reached}>
      ${goals.map(({ id }) => html`<i class=${this.seat.goals.includes(id) ? 'on' : ''}></i>`)}
    </span>`;
  }

  private renderHandIn() {
    const { state } = this.seat.handIn;
    if (state === 'open') return nothing;
    return state === 'handed-in'
      ? html`<span class="mark" data-test="seat-hand-in">${lineIcon('inbox')}${msg('Abgegeben')}</span>`
      : html`<span class="mark" data-test="seat-hand-in">${lineIcon('circle-check')}${msg('Zurückgegeben')}</span>`;
  }

  static override styles = css`
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--sb-space-1) var(--sb-space-3);
      min-height: 1.5rem;
      font-size: var(--sb-text-s);
    }

    .lesson {
      padding: 0 var(--sb-space-2);
      border-radius: 99px;
      background: var(--sb-copper-soft);
      color: var(--sb-copper);
      font-weight: 650;
    }

    .step {
      font-weight: 650;
    }

    .goals {
      display: inline-flex;
      align-items: center;
      gap: 4px;
    }

    i {
      width: 0.75rem;
      height: 0.75rem;
      border: 2px solid var(--sb-line-strong);
      border-radius: 50%;
    }

    i.on {
      border-color: var(--sb-good);
      background: var(--sb-good);
    }

    .mark {
      display: inline-flex;
      align-items: center;
      gap: 0.3em;
      margin-left: auto;
      color: var(--sb-good);
      font-weight: 650;
    }

    svg.lucide {
      width: 1.2em;
      height: 1.2em;
    }

    .visually-hidden {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-seat-progress': SeatProgress;
  }
}

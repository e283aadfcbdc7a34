import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '../../ui/badge-picture.ts';
import '../../ui/problem-note.ts';
import type { LessonView } from '../../../server/api/contract/endpoints.ts';
import type { SeatView } from '../../../server/live/contract/live.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import type { ClassWatch } from '../class-watch.ts';
import { ClassLessons } from './class-lessons.ts';
import { type GoalColumn, goalColumns } from './lesson-goals.ts';
import { type LessonSeats, seatsByLesson } from './matrix-rows.ts';
import { progressMatrixStyles } from './progress-matrix-styles.ts';

/**
 * Who has reached which goal, live: pupils down, goals across, a table for each lesson that the class has. Names can be
 * hidden, to show it to the class.
 */
@customElement('sb-progress-matrix')
@localized()
export class SbProgressMatrix extends LitElement {
  /** The same object, of which the host says by setting it again that it has changed. */
  @property({ attribute: false, hasChanged: () => true }) watch!: ClassWatch;

  @state() private namesHidden = false;
  private readonly lessons = new ClassLessons(this);

  override render() {
    const now = this.watch.state;
    if (!now) return nothing;
    const groups = seatsByLesson(now.seats, now.class.lessonId);
    this.lessons.want(groups.map(({ lessonId }) => lessonId));
    if (groups.length === 0) return html`<p class="quiet-text">${msg('Noch ist niemand da.')}</p>`;
    return html`<div class="head">
        <label class="switch">
          <input
            type="checkbox"
            .checked=${this.namesHidden}
            data-test="names-hidden"
            @change=${(event: Event) => {
              this.namesHidden = (event.target as HTMLInputElement).checked;
            }}
          />${msg('Namen verbergen')}
        </label>
        <p class="key">
          <span><span class="mark yes">${lineIcon('check')}</span>${msg('erreicht')}</span>
          <span><span class="mark">–</span>${msg('noch offen')}</span>
        </p>
      </div>
      <sb-problem-note .problem=${this.lessons.problem}></sb-problem-note>
      ${groups.map((group) => this.renderLesson(group))}`;
  }

  private renderLesson({ lessonId, seats }: LessonSeats) {
    const lesson = this.lessons.lessons.get(lessonId);
    if (!lesson) return nothing;
    const steps = goalColumns(lesson);
    const goals = steps.flatMap((step) => step.goals);
    return html`<div class="scroll panel" role="region" tabindex="0" aria-label=${msg(str`Ziele: ${lesson.title}`)}>
      <table data-test="matrix" data-lesson=${lessonId}>
        <caption>
          ${lesson.title}
        </caption>
        <thead>
          <tr>
            <th rowspan="2" scope="col" class="name">${msg('Name')}</th>
            ${steps.map(
              ({ step, title, goals: own }) =>
                html`<th scope="colgroup" colspan=${own.length} class="step">${step}. ${title}</th>`,
            )}
            <th rowspan="2" scope="col" class="sum">${msg('Zusammen')}</th>
          </tr>
          <tr>
            ${goals.map(
              ({ number, text }) =>
                html`<th scope="col" class="goal"><span class="number">${number}</span> ${text}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${repeat(
            seats,
            ({ id }) => id,
            (seat, index) => this.renderSeat(seat, index, goals, lesson),
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" class="name">${msg('Erreicht von')}</th>
            ${goals.map(({ id }) => {
              const reached = seats.filter(({ goals: own }) => own.includes(id)).length;
              return html`<td data-test="goal-total">
                <strong>${reached}</strong> / ${seats.length}
                <span class="bar" style="--share:${reached / seats.length}" aria-hidden="true"></span>
              </td>`;
            })}
            <td></td>
          </tr>
        </tfoot>
      </table>
    </div>`;
  }

  private renderSeat(seat: SeatView, index: number, goals: readonly GoalColumn[], lesson: LessonView) {
    const reached = goals.filter(({ id }) => seat.goals.includes(id)).length;
    const { step } = seat;
    return html`<tr data-test="matrix-row" data-nickname=${this.namesHidden ? nothing : seat.nickname}>
      <th scope="row" class="name">
        <span class="who">${this.namesHidden ? msg(str`Platz ${index + 1}`) : seat.nickname}${this.renderHandIn(seat)}</span>
        ${step === null ? nothing : html`<small>${msg(str`Schritt ${Math.min(step + 1, lesson.steps.length)} von ${lesson.steps.length}`)}</small>`}
      </th>
      ${goals.map(({ id }) =>
        seat.goals.includes(id)
          ? html`<td class="yes" data-reached="yes"><span class="mark yes">${lineIcon('check')}</span><span class="visually-hidden">${msg('erreicht')}</span></td>`
          : html`<td data-reached="no"><span class="mark" aria-hidden="true">–</span><span class="visually-hidden">${msg('noch offen')}</span></td>`,
      )}
      <td class="sum" data-test="seat-total"><strong>${reached}</strong> / ${goals.length}</td>
    </tr>`;
  }

  private renderHandIn({ handIn: { state, badge } }: SeatView) {
    if (badge) return html`<sb-badge-picture badge=${badge}></sb-badge-picture>`;
    if (state === 'open') return nothing;
    const said = state === 'handed-in' ? msg('abgegeben') : msg('zurückgegeben');
    return html`<span class="hand-in" title=${said}>${lineIcon(state === 'handed-in' ? 'inbox' : 'circle-check')}<span class="visually-hidden">${said}</span></span>`;
  }

  static override styles = [controlStyles, progressMatrixStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-progress-matrix': SbProgressMatrix;
  }
}

import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { StepGoal } from '../../lessons/format/lesson-view.ts';
import { language } from '../locales/locale.ts';
import { lineIcon } from '../ui/line-icons.ts';
import type { NotReached } from './goal-watch.ts';
import { goalsStyles } from './goals-styles.ts';

/**
 * The goals of a step: reached, or what was seen instead; and whether its questions are answered. Where room is scarce,
 * only the next one until asked. Fires `question` with the place of a question that the pupil wants to see.
 */
@customElement('sb-goals')
@localized()
export class SbGoals extends LitElement {
  @property({ attribute: false }) goals: readonly StepGoal[] = [];
  /** Ids of those that were reached. */
  @property({ attribute: false }) reached: ReadonlySet<string> = new Set();
  /** Of each question of the step, whether it is answered. */
  @property({ attribute: false }) questions: readonly boolean[] = [];
  @property({ attribute: false }) notYet: ReadonlyMap<string, NotReached> = new Map();
  /** A program runs, so that a goal may be reached any moment. */
  @property({ type: Boolean, reflect: true }) running = false;

  @state() private all = matchMedia('(min-width: 1024px)').matches;

  override render() {
    const { goals, questions } = this;
    const states = [...goals.map(({ id }) => this.reached.has(id)), ...questions];
    if (states.length === 0) return nothing;
    const rows = [
      ...goals.map((goal) => this.goal(goal)),
      ...questions.map((answered, place) => this.question(answered, place)),
    ];
    const next = Math.max(0, states.indexOf(false));
    const few = rows.length === 1;
    return html`<section aria-labelledby="heading" data-test="goals">
      <h3 id="heading">
        ${
          few
            ? this.heading(states)
            : html`<button type="button" aria-expanded=${this.all} @click=${this.toggle}>
                ${this.heading(states)}<i class="chevron">${lineIcon('chevron-down')}</i>
              </button>`
        }
      </h3>
      <ul>${this.all || few ? rows : rows[next]}</ul>
    </section>`;
  }

  private heading(states: readonly boolean[]) {
    const count = states.filter(Boolean).length;
    const { length } = states;
    return html`${lineIcon('flag')}
      <span>${length === 1 ? msg('Ziel') : msg('Ziele')}</span>
      <span class="lights" aria-hidden="true">${states.map((on) => html`<b class=${on ? 'on' : ''}></b>`)}</span>
      <span class=${length === 1 ? 'unseen' : 'count'}>${msg(str`${count} von ${length} erreicht`)}</span>`;
  }

  private question(answered: boolean, place: number) {
    const words =
      this.questions.length === 1 ? msg('Beantworte die Frage.') : msg(str`Beantworte Frage ${place + 1}.`);
    return html`<li data-question=${place} data-state=${answered ? 'reached' : 'open'}>
      <i class="mark">${answered ? lineIcon('check') : nothing}</i>
      <div>
        <span class="unseen">${answered ? msg('Erreicht:') : msg('Noch offen:')}</span>
        ${
          answered
            ? html`<span class="words">${words}</span>`
            : html`<button type="button" class="go" @click=${() => this.dispatchEvent(new CustomEvent('question', { detail: place }))}>${words}</button>`
        }
      </div>
    </li>`;
  }

  private goal({ id, html: words, tipHtml }: StepGoal) {
    const reached = this.reached.has(id);
    const notYet = reached ? undefined : this.notYet.get(id);
    return html`<li data-goal=${id} data-state=${reached ? 'reached' : notYet ? 'not-yet' : 'open'}>
      <i class="mark">${reached ? lineIcon('check') : nothing}</i>
      <div>
        <span class="unseen">${reached ? msg('Erreicht:') : msg('Noch offen:')}</span>
        <span class="words">${unsafeHTML(words)}</span>
        ${notYet ? this.seen(notYet, tipHtml) : nothing}
      </div>
    </li>`;
  }

  private seen({ reason, seen }: NotReached, tipHtml: string | null) {
    // At the beginning of a run nothing can have been seen yet.
    if (reason === 'too-short' && this.running) return nothing;
    return html`<div class="seen">
      <p>${seen[language()]}</p>
      ${tipHtml && !this.running ? html`<div class="tip">${unsafeHTML(tipHtml)}</div>` : nothing}
    </div>`;
  }

  private toggle(): void {
    this.all = !this.all;
  }

  static override styles = goalsStyles;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-goals': SbGoals;
  }
}

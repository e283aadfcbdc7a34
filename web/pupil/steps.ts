import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { Wiring } from '../../device/contract/wiring.ts';
import type { LessonStep, StepPiece } from '../../lessons/format/lesson-view.ts';
import type { LessonView } from '../../server/api/contract/endpoints.ts';
import { lineIcon } from '../ui/line-icons.ts';
import { bringUp } from './bring-up.ts';
import { farewell } from './farewell.ts';
import type { NotReached } from './goal-watch.ts';
import {
  beginning,
  hasTasks,
  isDone,
  isFinished,
  openStep,
  type Progress,
  quizzesOf,
} from './steps-progress.ts';
import { stepsStyles } from './steps-styles.ts';

/** A step was chosen. `leaving`: by “next”, which ends the open one. */
export type StepChosen = CustomEvent<{ step: number; leaving: boolean }>;

/**
 * The lesson's steps, one at a time, with a hint on request and the step's goals. Fires `step-chosen`; `quiz-solved`
 * with the quiz's key; `restart` when the pupil wants the lesson's first blocks again; `fold` when they fold it away.
 */
@customElement('sb-steps')
@localized()
export class SbSteps extends LitElement {
  @property({ attribute: false }) lesson: LessonView | null = null;
  @property({ attribute: false }) progress: Progress = beginning;
  /** For the names of parts in pictures of blocks. */
  @property({ attribute: false }) wiring: Wiring = { parts: [] };
  /** What was seen of the goals that are not reached. */
  @property({ attribute: false }) notYet: ReadonlyMap<string, NotReached> = new Map();
  @property({ type: Boolean }) running = false;
  /** The blocks are only looked at here. */
  @property({ type: Boolean, attribute: 'read-only' }) readOnly = false;
  /** What has just been done. */
  @property({ attribute: false }) celebrated: 'step' | 'lesson' | null = null;

  @state() private hintOpen = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('progress');
    if (before && before.step !== this.progress.step) {
      this.hintOpen = false;
      this.renderRoot.querySelector('article')?.scrollTo({ top: 0 });
    }
    if (changed.has('celebrated') && this.celebrated) void import('./celebration.ts').catch(() => undefined);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('celebrated') && this.celebrated === 'lesson') this.bringUp('.farewell');
  }

  override render() {
    const { lesson, progress } = this;
    if (!lesson) return nothing;
    const open = openStep(lesson, progress);
    const step = lesson.steps[open];
    if (!step) return nothing;
    return html`<header>
        <p>${msg(str`Schritt ${open + 1} von ${lesson.steps.length}`)}</p>
        ${
          this.readOnly
            ? nothing
            : html`<button type="button" class="plain" data-test="restart" title=${msg('Von vorn anfangen')} aria-label=${msg('Von vorn anfangen')} @click=${() => this.dispatchEvent(new Event('restart'))}>
                ${lineIcon('rotate-ccw')}
              </button>`
        }
        <button type="button" class="plain" title=${msg('Schritte einklappen')} aria-label=${msg('Schritte einklappen')} @click=${() => this.dispatchEvent(new Event('fold'))}>
          ${lineIcon('panel-left-close')}
        </button>
      </header>
      ${this.dots(lesson, open)}
      <article tabindex="0" aria-label=${msg('Schritt')}>
        <h2>${step.title}</h2>
        ${this.pieces(step, open, step.caption)}
        ${this.hint(step, open)}
        ${open === lesson.steps.length - 1 && isFinished(lesson, progress) ? farewell(lesson) : nothing}
      </article>
      ${this.goals(lesson, step, open)}
      ${this.moves(lesson, open)}
      <p class="unseen" role="status">${this.spoken()}</p>
      ${this.celebrated ? html`<sb-celebration of=${this.celebrated}></sb-celebration>` : nothing}`;
  }

  private dots(lesson: LessonView, open: number) {
    return html`<nav aria-label=${msg('Schritte')}>
      ${lesson.steps.map(({ title }, index) => {
        const done = isDone(lesson, index, this.progress);
        const name = done
          ? msg(str`Schritt ${index + 1}, geschafft: ${title}`)
          : msg(str`Schritt ${index + 1}: ${title}`);
        return html`<button
          type="button"
          class=${done ? 'done' : ''}
          aria-current=${index === open ? 'step' : nothing}
          aria-label=${name}
          title=${title}
          @click=${() => this.go(index)}
        ><i>${done ? lineIcon('check') : index + 1}</i></button>`;
      })}
    </nav>`;
  }

  private pieces(step: LessonStep, index: number, pieces: readonly StepPiece[]) {
    const quizzes = quizzesOf(step, index);
    return pieces.map((piece) => {
      if (piece.kind === 'text') return html`<div class="text">${unsafeHTML(piece.html)}</div>`;
      if (piece.kind === 'blocks') {
        void import('../ui/block-picture.ts').catch(() => undefined);
        return html`<sb-block-picture .blocks=${piece.blocks} .wiring=${this.wiring}></sb-block-picture>`;
      }
      void import('./quiz.ts').catch(() => undefined);
      const key = quizzes.find(({ quiz }) => quiz === piece.quiz)?.key ?? '';
      return html`<sb-quiz
        .quiz=${piece.quiz}
        ?solved=${this.progress.quizzes.includes(key)}
        @solved=${() => this.dispatchEvent(new CustomEvent('quiz-solved', { detail: key }))}
      ></sb-quiz>`;
    });
  }

  private hint(step: LessonStep, index: number) {
    if (step.hint.length === 0) return nothing;
    return html`<button type="button" class="hint-button" aria-expanded=${this.hintOpen} @click=${this.toggleHint}>
        ${lineIcon('lightbulb')} ${this.hintOpen ? msg('Tipp ausblenden') : msg('Tipp zeigen')}
      </button>
      ${this.hintOpen ? html`<div class="hint">${this.pieces(step, index, step.hint)}</div>` : nothing}`;
  }

  private goals(lesson: LessonView, step: LessonStep, open: number) {
    const { progress } = this;
    if (!hasTasks(step)) return nothing;
    void import('./goals.ts').catch(() => undefined);
    const done = isDone(lesson, open, progress);
    // The last step says it in a box of its own.
    const all = open < lesson.steps.length - 1 && isFinished(lesson, progress);
    return html`${
      done
        ? html`<p class="badge" data-test="step-done">${lineIcon('circle-check')} ${all ? msg('Alles geschafft!') : msg('Schritt geschafft!')}</p>`
        : nothing
    }
      <sb-goals
        .goals=${step.goals}
        .reached=${new Set(progress.goals)}
        .questions=${quizzesOf(step, open).map(({ key }) => progress.quizzes.includes(key))}
        .notYet=${this.notYet}
        ?running=${this.running}
        @question=${(event: CustomEvent<number>) => this.showQuiz(event.detail)}
      ></sb-goals>`;
  }

  private moves(lesson: LessonView, open: number) {
    const last = open === lesson.steps.length - 1;
    const step = lesson.steps[open]!;
    const done = isDone(lesson, open, this.progress);
    // What there is nothing to reach in is left whenever one likes.
    const inviting = done || !hasTasks(step);
    const nextButton = last
      ? html`<button type="button" class="move next ${inviting && !done ? 'inviting' : ''}" ?disabled=${hasTasks(step) || done} @click=${() => this.go(open, true)}>
          ${lineIcon('check')} ${msg('Fertig')}
        </button>`
      : html`<button type="button" class="move next ${inviting ? 'inviting' : ''}" @click=${() => this.go(open + 1, true)}>
          ${msg('Weiter')} ${lineIcon('chevron-right')}
        </button>`;
    return html`<footer>
      <button type="button" class="move" ?disabled=${open === 0} @click=${() => this.go(open - 1)}>
        ${lineIcon('chevron-left')} <span>${msg('Zurück')}</span>
      </button>
      ${nextButton}
    </footer>`;
  }

  private spoken() {
    if (this.celebrated === 'lesson') return msg('Alles geschafft!');
    return this.celebrated ? msg('Schritt geschafft!') : '';
  }

  private showQuiz(place: number): void {
    const quiz = this.renderRoot.querySelectorAll('sb-quiz')[place];
    quiz?.scrollIntoView({ block: 'nearest' });
    quiz?.focus();
  }

  private async toggleHint(): Promise<void> {
    this.hintOpen = !this.hintOpen;
    await this.updateComplete;
    if (this.hintOpen) this.bringUp('.hint-button');
  }

  private bringUp(selector: string): void {
    bringUp(this.renderRoot.querySelector('article'), this.renderRoot.querySelector(selector));
  }

  private go(step: number, leaving = false): void {
    this.dispatchEvent(new CustomEvent('step-chosen', { detail: { step, leaving } }));
  }

  static override styles = stepsStyles;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-steps': SbSteps;
  }
}

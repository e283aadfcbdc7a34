import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { Quiz } from '../../lessons/format/lesson-view.ts';
import { lineIcon } from '../ui/line-icons.ts';
import { quizStyles } from './quiz-styles.ts';

/** A question with answers to choose from, as often as it takes. Fires `solved` when it is answered right. */
@customElement('sb-quiz')
@localized()
export class SbQuiz extends LitElement {
  @property({ attribute: false }) quiz!: Quiz;
  /** It was answered right before. */
  @property({ type: Boolean, reflect: true }) solved = false;

  @state() private chosen: ReadonlySet<number> = new Set();
  /** What is chosen was looked at. */
  @state() private checked = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    // The next step's question may come into the same element.
    if (!changed.has('quiz') && !(changed.has('solved') && this.solved)) return;
    this.chosen = this.solved ? this.rightOnes : new Set();
    this.checked = this.solved;
  }

  override render() {
    const { questionHtml, answers } = this.quiz;
    const several = this.rightOnes.size > 1;
    return html`<form @submit=${this.check}>
      <fieldset ?disabled=${this.solved}>
        <legend>${lineIcon('circle-question-mark')}<span>${unsafeHTML(questionHtml)}</span></legend>
        ${several ? html`<p class="several">${msg('Mehrere Antworten sind richtig.')}</p>` : nothing}
        ${answers.map((answer, index) => {
          const chosen = this.chosen.has(index);
          const judged = chosen && this.checked;
          return html`<label class=${judged ? (answer.right ? 'right' : 'wrong') : ''}>
            <input
              type=${several ? 'checkbox' : 'radio'}
              name="answer"
              .checked=${chosen}
              @change=${(event: Event) => this.choose(index, several, (event.target as HTMLInputElement).checked)}
            />
            <span>${unsafeHTML(answer.html)}</span>
            ${judged ? this.feedback(index) : nothing}
          </label>`;
        })}
      </fieldset>
      <div class="end">
        ${
          this.solved
            ? nothing
            : html`<button type="submit" ?disabled=${this.chosen.size === 0 || this.checked}>${msg('Prüfen')}</button>`
        }
        <p role="status" class=${this.solved ? 'well' : ''}>${this.verdict()}</p>
      </div>
    </form>`;
  }

  /** Puts the focus on the first answer. */
  override focus(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  private feedback(index: number) {
    const { right, feedbackHtml } = this.quiz.answers[index]!;
    return html`<span class="feedback">
      ${lineIcon(right ? 'check' : 'x')}
      <span>${feedbackHtml === null ? (right ? msg('Das stimmt.') : msg('Das stimmt nicht.')) : unsafeHTML(feedbackHtml)}</span>
    </span>`;
  }

  private verdict() {
    if (this.solved) return html`${lineIcon('circle-check')} ${msg('Richtig!')}`;
    if (!this.checked) return '';
    const allRight = [...this.chosen].every((index) => this.rightOnes.has(index));
    return allRight
      ? msg('Es fehlt noch etwas.')
      : msg('Noch nicht. Lies, was dabeisteht, und versuche es noch einmal.');
  }

  private get rightOnes(): ReadonlySet<number> {
    return new Set(this.quiz.answers.flatMap(({ right }, index) => (right ? [index] : [])));
  }

  private choose(index: number, several: boolean, on: boolean): void {
    const chosen = new Set(several ? this.chosen : []);
    if (on) chosen.add(index);
    else chosen.delete(index);
    this.chosen = chosen;
    this.checked = false;
  }

  private check(event: Event): void {
    event.preventDefault();
    this.checked = true;
    const { chosen, rightOnes } = this;
    if (chosen.size !== rightOnes.size || [...chosen].some((index) => !rightOnes.has(index))) return;
    this.solved = true;
    this.dispatchEvent(new Event('solved'));
  }

  static override styles = quizStyles;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-quiz': SbQuiz;
  }
}

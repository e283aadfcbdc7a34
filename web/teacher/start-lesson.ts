import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import './lesson-card.ts';
import './lesson-papers.ts';
import '../ui/problem-note.ts';
import type { Problem } from '../../device/contract/problem.ts';
import type { LessonSummary } from '../../server/api/contract/endpoints.ts';
import type { ClassView } from '../../server/live/contract/live.ts';
import { call } from '../client/api.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { lineIcon } from '../ui/line-icons.ts';
import { problemOf } from '../ui/problem-text.ts';

/** Chooses a lesson, names the class and starts it. Fires `class-open` with the new class's id. */
@localized()
@customElement('sb-start-lesson')
export class StartLesson extends LitElement {
  /** Null while they are being fetched. */
  @property({ attribute: false }) lessons: readonly LessonSummary[] | null = null;
  /** Classes that run, for a name that is free. */
  @property({ attribute: false }) classes: readonly ClassView[] = [];

  @state() private chosenId: string | null = null;
  @state() private busy = false;
  @state() private problem: Problem | null = null;

  protected override render() {
    if (!this.lessons)
      return html`<p role="status" class="quiet-text">${msg('Lektionen werden geladen …')}</p>`;
    const chosen = this.lessons.find((lesson) => lesson.id === this.chosenId) ?? this.lessons[0];
    if (!chosen)
      return html`<p class="quiet-text">${msg('Auf diesem Server liegen noch keine Lektionen.')}</p>`;
    return html`<div class="columns" data-test="start-lesson">
      <ul aria-label=${msg('Lektionen')}>
        ${this.lessons.map(
          (lesson) => html`<li>
            <sb-lesson-card
              .lesson=${lesson}
              .chosen=${lesson === chosen}
              @choose=${() => this.choose(lesson.id)}
            ></sb-lesson-card>
          </li>`,
        )}
      </ul>
      <form class="panel" @submit=${(event: SubmitEvent) => this.onSubmit(event, chosen)}>
        <h3>${msg('Ihre Klasse')}</h3>
        <p>${msg(str`Lektion „${chosen.title}“, etwa ${chosen.minutes} Minuten`)}</p>
        <sb-lesson-papers .lessonId=${chosen.id}></sb-lesson-papers>
        <div class="field">
          <label for="name">${msg('Name der Klasse')}</label>
          <input
            id="name"
            required
            maxlength="60"
            autocomplete="off"
            data-test="class-name"
            aria-describedby="name-hint"
            .value=${this.proposedName()}
            @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()}
          />
          <p class="hint" id="name-hint">${msg('Die Klasse sieht ihn beim Beitreten, zum Beispiel 7b.')}</p>
        </div>
        <sb-problem-note .problem=${this.problem}></sb-problem-note>
        <button class="button primary" data-test="class-start" ?disabled=${this.busy}>
          ${lineIcon('play')}${this.busy ? msg('Wird begonnen …') : msg('Klasse beginnen')}
        </button>
      </form>
    </div>`;
  }

  private choose(id: string): void {
    this.chosenId = id;
    // Below all the lessons nobody would see that one was chosen.
    if (matchMedia('(max-width: 50rem)').matches)
      this.renderRoot.querySelector('form')?.scrollIntoView({ block: 'nearest' });
  }

  private proposedName(): string {
    return msg(str`Klasse ${this.classes.length + 1}`);
  }

  private async onSubmit(event: SubmitEvent, lesson: LessonSummary): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    const name = (event.currentTarget as HTMLFormElement).querySelector('input')!.value.trim();
    this.busy = true;
    this.problem = null;
    try {
      const started = await call(
        'startClass',
        {},
        { lessonId: lesson.id, name: name || this.proposedName() },
      );
      this.dispatchEvent(
        new CustomEvent('class-open', { detail: started.id, bubbles: true, composed: true }),
      );
    } catch (error) {
      this.problem = problemOf(error);
    } finally {
      this.busy = false;
    }
  }

  static override styles = [
    controlStyles,
    css`
      .columns {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(18rem, 22rem);
        align-items: start;
        gap: var(--sb-space-6);
      }

      ul {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(19rem, 100%), 1fr));
        gap: var(--sb-space-4);
        margin: 0;
        padding: 0;
        list-style: none;
      }

      form {
        position: sticky;
        top: 5.5rem;
        display: grid;
        gap: var(--sb-space-4);
        padding: var(--sb-space-6);
      }

      form .button {
        min-height: 3.25rem;
        font-size: var(--sb-text-l);
      }

      @media (max-width: 50rem) {
        .columns {
          grid-template-columns: 1fr;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-start-lesson': StartLesson;
  }
}

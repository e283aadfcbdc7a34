import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import './lesson-card.ts';
import './lesson-papers.ts';
import './start-filter.ts';
import '../ui/problem-note.ts';
import type { Problem } from '../../device/contract/problem.ts';
import type { LessonSummary } from '../../server/api/contract/endpoints.ts';
import type { ClassView } from '../../server/live/contract/live.ts';
import { call } from '../client/api.ts';
import { dateLocale } from '../locales/locale.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { lineIcon } from '../ui/line-icons.ts';
import { problemOf } from '../ui/problem-text.ts';
import { ClassNames } from './class-names.ts';
import { everyLesson, filterLessons, type LessonFilter, levelsOf } from './lesson-filter.ts';

/** Chooses a lesson, names the class and starts it. Fires `class-open` with the new class's id. */
@customElement('sb-start-lesson')
@localized()
export class StartLesson extends LitElement {
  /** Null while they are being fetched. */
  @property({ attribute: false }) lessons: readonly LessonSummary[] | null = null;
  /** Classes that run, for a name that is free. */
  @property({ attribute: false }) classes: readonly ClassView[] = [];

  @state() private chosenId: string | null = null;
  @state() private filter: LessonFilter = everyLesson;
  @state() private busy = false;
  @state() private problem: Problem | null = null;

  private readonly names = new ClassNames(browserStorage());

  protected override render() {
    if (!this.lessons)
      return html`<p role="status" class="quiet-text">${msg('Lektionen werden geladen …')}</p>`;
    const chosen = this.lessons.find((lesson) => lesson.id === this.chosenId) ?? this.lessons[0];
    if (!chosen)
      return html`<p class="quiet-text">${msg('Auf diesem Server liegen noch keine Lektionen.')}</p>`;
    const fitting = filterLessons(this.lessons, this.filter);
    return html`<div class="columns" data-test="start-lesson">
      <div class="choice">
        <sb-start-filter
          .filter=${this.filter}
          .levels=${levelsOf(this.lessons)}
          @filter=${(event: CustomEvent<LessonFilter>) => {
            this.filter = event.detail;
          }}
        ></sb-start-filter>
        ${fitting.length === 0 ? html`<p class="quiet-text" role="status">${msg('Keine Lektion passt dazu.')}</p>` : nothing}
        <ul aria-label=${msg('Lektionen')}>
          ${repeat(
            fitting,
            (lesson) => lesson.id,
            (lesson) => html`<li>
              <sb-lesson-card
                .lesson=${lesson}
                .chosen=${lesson === chosen}
                @choose=${() => this.choose(lesson.id)}
              ></sb-lesson-card>
            </li>`,
          )}
        </ul>
      </div>
      ${this.renderForm(chosen)}
    </div>`;
  }

  private renderForm(chosen: LessonSummary) {
    const proposed = this.proposedName();
    const others = this.names.free(this.running()).filter((name) => name !== proposed);
    return html`<form class="panel" @submit=${(event: SubmitEvent) => this.onSubmit(event, chosen)}>
      <h3>${msg('Ihre Klasse')}</h3>
      <p>${msg(str`Lektion „${chosen.title}“, etwa ${chosen.minutes} Minuten`)}</p>
      <div class="field">
        <label for="name">${msg('Name der Klasse')}</label>
        <input
          id="name"
          required
          maxlength="60"
          autocomplete="off"
          data-test="class-name"
          aria-describedby="name-hint"
          .value=${proposed}
          @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()}
        />
        ${
          others.length > 0
            ? html`<div class="earlier" role="group" aria-label=${msg('Frühere Namen')}>
                ${others.map(
                  (name) =>
                    html`<button class="button" type="button" data-test="earlier-name" @click=${() => this.rename(name)}>${name}</button>`,
                )}
              </div>`
            : nothing
        }
        <p class="hint" id="name-hint">${msg('Die Klasse sieht ihn beim Beitreten, zum Beispiel 7b.')}</p>
      </div>
      <sb-problem-note .problem=${this.problem}></sb-problem-note>
      <button class="button primary" data-test="class-start" ?disabled=${this.busy}>
        ${lineIcon('play')}${this.busy ? msg('Wird begonnen …') : msg('Klasse beginnen')}
      </button>
      <sb-lesson-papers .lessonId=${chosen.id}></sb-lesson-papers>
    </form>`;
  }

  private choose(id: string): void {
    this.chosenId = id;
    // Below all the lessons nobody would see that one was chosen.
    if (matchMedia('(max-width: 50rem)').matches)
      this.renderRoot.querySelector('form')?.scrollIntoView({ block: 'nearest' });
  }

  private proposedName(): string {
    const day = new Date().toLocaleDateString(dateLocale(), { day: 'numeric', month: 'numeric' });
    return this.names.propose(this.running(), (again) =>
      again === null ? msg(str`Klasse ${day}`) : msg(str`Klasse ${day} (${again})`),
    );
  }

  private running(): readonly string[] {
    return this.classes.map(({ name }) => name);
  }

  private rename(name: string): void {
    const field = this.renderRoot.querySelector<HTMLInputElement>('#name');
    if (!field) return;
    field.value = name;
    field.focus();
  }

  private async onSubmit(event: SubmitEvent, lesson: LessonSummary): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    const name =
      (event.currentTarget as HTMLFormElement).querySelector('input')!.value.trim() || this.proposedName();
    this.busy = true;
    this.problem = null;
    try {
      const started = await call('startClass', {}, { lessonId: lesson.id, name });
      this.names.remember(name);
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

      .choice {
        display: grid;
        gap: var(--sb-space-4);
      }

      .earlier {
        display: flex;
        flex-wrap: wrap;
        gap: var(--sb-space-2);
        padding-top: var(--sb-space-1);
      }

      form .earlier .button {
        min-height: var(--sb-touch);
        font-size: var(--sb-text-m);
        font-weight: 500;
        max-width: 100%;
        padding: var(--sb-space-1) var(--sb-space-3);
        border-color: var(--sb-line);
        overflow-wrap: anywhere;
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

function browserStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-start-lesson': StartLesson;
  }
}

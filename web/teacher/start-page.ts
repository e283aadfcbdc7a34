import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import './end/ended-classes.ts';
import './running-classes.ts';
import './start-lesson.ts';
import './start-steps.ts';
import '../ui/account/account-bar.ts';
import '../ui/problem-note.ts';
import type { Problem } from '../../device/contract/problem.ts';
import type { LessonSummary, PersonView } from '../../server/api/contract/endpoints.ts';
import type { ClassView } from '../../server/live/contract/live.ts';
import { call } from '../client/api.ts';
import { type Language, language } from '../locales/locale.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { lendingIcon } from '../ui/lending-icons.ts';
import { lineIcon } from '../ui/line-icons.ts';
import { problemOf } from '../ui/problem-text.ts';
import { greeting } from './greeting.ts';

/** The teacher's start: classes that run, and a lesson to start. Fires `class-open` with a class's id, and `sign-out`. */
@customElement('sb-start-page')
@localized()
export class StartPage extends LitElement {
  @property({ attribute: false }) person!: PersonView;

  @state() private classes: readonly ClassView[] | null = null;
  @state() private lessons: readonly LessonSummary[] | null = null;
  @state() private problem: Problem | null = null;
  private lessonsIn: Language | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.loadClasses();
  }

  protected override updated(): void {
    // Lessons come in the page's language, so a switch asks for them again.
    if (this.lessonsIn !== language()) void this.loadLessons();
  }

  protected override render() {
    return html`<sb-account-bar .person=${this.person} @sign-out=${() => this.dispatchEvent(new Event('sign-out'))}>
      </sb-account-bar>
      <main>
        <div class="head">
          <h1>${greeting(new Date().getHours(), this.person.name)}</h1>
          <a class="button" href="#loans" data-test="loans-link">${lendingIcon('package-open')}${msg('Kits leihen')}</a>
        </div>
        ${
          this.problem
            ? html`<sb-problem-note .problem=${this.problem}></sb-problem-note>
                <button class="button" type="button" @click=${this.load}>${msg('Noch einmal versuchen')}</button>`
            : nothing
        }
        <section aria-labelledby="running" ?hidden=${!this.classes?.length}>
          <h2 id="running">${msg('Laufende Klassen')}</h2>
          <sb-running-classes .classes=${this.classes ?? []} .lessons=${this.lessons ?? []}></sb-running-classes>
        </section>
        <sb-ended-classes></sb-ended-classes>
        <section aria-labelledby="start">
          <h2 id="start">${msg('Eine Lektion beginnen')}</h2>
          ${this.classes?.length === 0 ? html`<sb-start-steps></sb-start-steps>` : nothing}
          <sb-start-lesson .lessons=${this.lessons} .classes=${this.classes ?? []}></sb-start-lesson>
        </section>
      </main>
      <footer>
        <a href="/network" data-test="network-link">${lineIcon('wifi')}${msg('Netzwerk prüfen')}</a>
        <a href="/privacy" data-test="privacy-link">${lineIcon('shield')}${msg('Datenschutz')}</a>
      </footer>`;
  }

  private load(): void {
    this.problem = null;
    void this.loadClasses();
    void this.loadLessons();
  }

  private async loadClasses(): Promise<void> {
    try {
      this.classes = (await call('classes', {}, {})).classes;
    } catch (error) {
      this.problem = problemOf(error);
    }
  }

  private async loadLessons(): Promise<void> {
    const asked = language();
    this.lessonsIn = asked;
    try {
      const { lessons } = await call('lessons', { language: asked }, {});
      if (asked === language()) this.lessons = lessons;
    } catch (error) {
      this.problem = problemOf(error);
    }
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
      }

      main {
        display: grid;
        gap: var(--sb-space-8);
        max-width: 72rem;
        margin-inline: auto;
        padding: var(--sb-space-8) var(--sb-space-6);
      }

      /* Where no class has ended, there is no gap for it. */
      sb-ended-classes {
        display: contents;
      }

      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--sb-space-3);
      }

      h1 {
        font-size: var(--sb-text-xxl);
      }

      section {
        display: grid;
        gap: var(--sb-space-3);
      }

      footer {
        max-width: 72rem;
        margin-inline: auto;
        padding: 0 var(--sb-space-6) var(--sb-space-6);
      }

      footer a {
        display: inline-flex;
        align-items: center;
        gap: var(--sb-space-2);
        min-height: var(--sb-touch);
        color: var(--sb-ink-quiet);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-start-page': StartPage;
  }
}

import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import './projector-arrivals.ts';
import './projector-eyes-up.ts';
import '../ui/account/waiting-page.ts';
import '../ui/language-switch.ts';
import '../ui/logo.ts';
import '../ui/qr-code.ts';
import type { LessonSummary } from '../../server/api/contract/endpoints.ts';
import type { ClassState, ClassView } from '../../server/live/contract/live.ts';
import { call } from '../client/api.ts';
import { type Language, language } from '../locales/locale.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { lineIcon } from '../ui/line-icons.ts';
import { spokenAddress } from './class-summary.ts';
import { ClassWatch } from './class-watch.ts';
import { crowdOf } from './projector-arrivals.ts';
import { projectorStyles } from './projector-styles.ts';

/** What the whole room may see: how to join, who has, and at which Pi. No errors, no work. Fires `session-doubt`. */
@customElement('sb-projector-view')
@localized()
export class ProjectorView extends LitElement {
  @property({ attribute: false }) classId = '';

  /** Names are no one's business but the room's: one click takes them off the wall. */
  @state() private nameless = namesAreHidden();
  @state() private lessons: readonly LessonSummary[] = [];
  private lessonsIn: Language | null = null;
  private readonly watch = new ClassWatch(this, () => this.dispatchEvent(new Event('session-doubt')));

  protected override render() {
    const now = this.watch.state;
    if (!now)
      return html`<sb-waiting-page .problem=${this.watch.problem} @again=${() => location.reload()}></sb-waiting-page>`;
    return now.class.state === 'ended' ? this.renderEnded(now) : this.renderClass(now);
  }

  protected override updated(): void {
    if (this.watch.state && this.lessonsIn !== language()) void this.loadLessons();
  }

  private renderClass(now: ClassState) {
    const { steering } = now;
    const eyesUp = steering.eyesUpMs;
    return html`<main class=${crowdOf(now.seats.length)}>
      ${this.renderBar(now.class)}
      ${
        eyesUp === null
          ? html`${this.renderJoin(now.class)}
              <sb-projector-arrivals
                .seats=${now.seats}
                .devices=${now.devices}
                ?nameless=${this.nameless}
              ></sb-projector-arrivals>`
          : html`<sb-projector-eyes-up class="eyes-up" .span=${eyesUp} .told=${steering}></sb-projector-eyes-up>`
      }
    </main>`;
  }

  private renderJoin({ code, joinUrl }: ClassView) {
    return html`<section class="join">
      <div class="steps">
        <p class="step"><b aria-hidden="true">1</b><span>${msg('Geh im Browser auf')}</span></p>
        <p class="address">${spokenAddress(joinUrl)}</p>
        <p class="step"><b aria-hidden="true">2</b><span>${msg('Tippe den Code ein')}</span></p>
        <p class="code" data-test="projector-code">${code}</p>
      </div>
      <figure>
        <sb-qr-code .text=${joinUrl} label=${msg(str`QR-Code zur Klasse ${code}`)}></sb-qr-code>
        <figcaption>${msg('oder scanne')}</figcaption>
      </figure>
    </section>`;
  }

  private renderEnded(now: ClassState) {
    return html`<main>
      ${this.renderBar(now.class)}
      <p class="over">${msg('Schluss für heute. Bis zum nächsten Mal!')}</p>
    </main>`;
  }

  private renderBar({ lessonId, name, state }: ClassView) {
    const lesson = this.lessons.find(({ id }) => id === lessonId)?.title;
    return html`<header>
      <sb-logo></sb-logo>
      <h1>${name}${lesson ? html`<span class="lesson">${lesson}</span>` : nothing}</h1>
      ${
        this.watch.connection === 'lost'
          ? html`<p class="lost" role="status">${lineIcon('wifi-off')}${msg('Verbindung weg; sie kommt von selbst wieder.')}</p>`
          : nothing
      }
      ${
        state === 'active'
          ? html`<button class="button quiet" type="button" data-test="projector-names" aria-pressed=${this.nameless} @click=${this.turnNames}>
              ${lineIcon(this.nameless ? 'eye' : 'eye-off')}${this.nameless ? msg('Namen zeigen') : msg('Namen verbergen')}
            </button>`
          : nothing
      }
      <sb-language-switch></sb-language-switch>
      ${
        document.fullscreenEnabled
          ? html`<button class="button quiet" type="button" aria-label=${msg('Vollbild')} title=${msg('Vollbild')} @click=${this.fullscreen}>
              ${lineIcon('maximize')}
            </button>`
          : nothing
      }
    </header>`;
  }

  private async loadLessons(): Promise<void> {
    const asked = language();
    this.lessonsIn = asked;
    try {
      const { lessons } = await call('lessons', { language: asked }, {});
      if (asked === language()) this.lessons = lessons;
    } catch {
      // The wall does without the lesson's name.
    }
  }

  private turnNames(): void {
    this.nameless = !this.nameless;
    hideNames(this.nameless);
  }

  private fullscreen(): void {
    void (document.fullscreenElement
      ? document.exitFullscreen()
      : document.documentElement.requestFullscreen());
  }

  static override styles = [controlStyles, projectorStyles];
}

const namesKey = 'steckbrett.projector.nameless';

function namesAreHidden(): boolean {
  try {
    return localStorage.getItem(namesKey) === 'yes';
  } catch {
    return false;
  }
}

/** Remembers it for the next projector of this browser, also after a reload in front of the class. */
function hideNames(hidden: boolean): void {
  try {
    localStorage.setItem(namesKey, hidden ? 'yes' : 'no');
  } catch {
    // Without storage it holds until the page is closed.
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-projector-view': ProjectorView;
  }
}

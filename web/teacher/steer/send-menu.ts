import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../../ui/dialog-frame.ts';
import '../../ui/problem-note.ts';
import type { Problem } from '../../../device/contract/problem.ts';
import type { LessonSummary } from '../../../server/api/contract/endpoints.ts';
import type { ClassState } from '../../../server/live/contract/live.ts';
import { call } from '../../client/api.ts';
import { language } from '../../locales/locale.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { problemOf } from '../../ui/problem-text.ts';
import { steeringIcon } from '../../ui/steering-icons.ts';
import type { ClassWatch } from '../class-watch.ts';
import { ClassLessons } from '../collect/class-lessons.ts';
import '../lesson-card.ts';
import { lessonMeant, receiversOf, receiversText, seatsMeant } from './receivers.ts';
import { sendStyles } from './send-styles.ts';

type Kind = 'lesson' | 'step' | 'starter';

/**
 * Sends a lesson, a step or the lesson's first blocks to the chosen seats, or to all. It says what becomes of the
 * pupils' blocks, and asks before it takes them away. `show()` opens it from elsewhere.
 */
@customElement('sb-send-menu')
@localized()
export class SendMenu extends LitElement {
  @property({ attribute: false, hasChanged: () => true }) watch!: ClassWatch;
  /** Ids of the chosen seats; none: all. */
  @property({ attribute: false }) seats: readonly string[] = [];
  /** As the main action of a bar; otherwise a quiet button for a card. */
  @property({ type: Boolean }) big = false;

  @state() private open = false;
  @state() private kind: Kind = 'lesson';
  @state() private lessons: readonly LessonSummary[] | null = null;
  @state() private lessonId: string | null = null;
  @state() private step: number | null = null;
  /** The last question before blocks go. */
  @state() private asking = false;
  @state() private busy = false;
  @state() private problem: Problem | null = null;
  @state() private done = '';
  @query('.confirm') private question!: HTMLElement | null;
  private readonly steps = new ClassLessons(this);

  show(): void {
    this.lessonId = null;
    this.step = null;
    this.asking = false;
    this.problem = null;
    this.done = '';
    this.open = true;
    void this.getLessons();
  }

  protected override willUpdate(): void {
    const now = this.watch.state;
    if (this.open && now) this.steps.want([lessonMeant(now, receiversOf(now, this.seats))]);
  }

  protected override render() {
    const now = this.watch.state;
    if (!now) return nothing;
    return html`<button
        class="button ${this.big ? 'primary big' : ''}"
        type="button"
        aria-haspopup="dialog"
        aria-label=${this.big ? nothing : msg(str`An ${receiversText(now, receiversOf(now, this.seats))} schicken`)}
        data-test=${this.big ? 'send' : 'send-one'}
        @click=${this.show}
      >
        ${steeringIcon('send')}<span>${msg('Schicken')}</span>
      </button>
      <p class="visually-hidden" role="status" data-test="send-done">${this.done}</p>
      <sb-dialog-frame
        wide
        .open=${this.open}
        .heading=${msg('Schicken')}
        data-test="send-dialog"
        @close=${() => {
          this.open = false;
        }}
        >${this.open ? this.renderBody(now) : nothing}</sb-dialog-frame
      >`;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('asking') && this.asking) this.question?.focus();
  }

  private renderBody(now: ClassState) {
    const kinds: [Kind, string, ReturnType<typeof lineIcon>][] = [
      ['lesson', msg('Lektion'), lineIcon('layers')],
      ['step', msg('Schritt'), lineIcon('flag')],
      ['starter', msg('Blöcke vom Anfang'), lineIcon('rotate-ccw')],
    ];
    return html`<p class="to">${msg('An:')} <strong data-test="send-to">${receiversText(now, receiversOf(now, this.seats))}</strong></p>
      <div class="kinds" role="group" aria-label=${msg('Was möchten Sie schicken?')}>
        ${kinds.map(
          ([kind, words, icon]) => html`<button
            class="button"
            type="button"
            aria-pressed=${this.kind === kind}
            data-test="send-${kind}"
            @click=${() => {
              this.kind = kind;
              this.asking = false;
            }}
          >
            ${icon}${words}
          </button>`,
        )}
      </div>
      <div class="choice">${this.renderChoice(now)}</div>
      <sb-problem-note .problem=${this.problem}></sb-problem-note>
      ${this.asking ? this.renderQuestion(now) : this.renderGo(now)}`;
  }

  private renderChoice(now: ClassState) {
    switch (this.kind) {
      case 'lesson':
        return this.renderLessons(now);
      case 'step':
        return this.renderSteps(now);
      case 'starter':
        return html`<p>${msg('Alle beginnen die Lektion, in der sie gerade sind, mit den Blöcken vom Anfang noch einmal. Erreichte Ziele bleiben.')}</p>`;
    }
  }

  private renderLessons(now: ClassState) {
    if (!this.lessons)
      return html`<p role="status" class="quiet-text">${msg('Lektionen werden geladen …')}</p>`;
    const present = lessonMeant(now, receiversOf(now, this.seats));
    return html`<ul class="lessons" aria-label=${msg('Lektionen')}>
      ${this.lessons.map(
        (lesson) => html`<li class=${lesson.id === present ? 'present' : ''}>
          <sb-lesson-card
            .lesson=${lesson}
            .chosen=${lesson.id === this.lessonId}
            @choose=${() => {
              this.lessonId = lesson.id;
              this.asking = false;
            }}
          ></sb-lesson-card>
          ${lesson.id === present ? html`<span class="now">${msg('läuft gerade')}</span>` : nothing}
        </li>`,
      )}
    </ul>`;
  }

  private renderSteps(now: ClassState) {
    const lesson = this.steps.lessons.get(lessonMeant(now, receiversOf(now, this.seats)));
    if (!lesson) return html`<p role="status" class="quiet-text">${msg('Die Schritte werden geladen …')}</p>`;
    const at = (index: number) =>
      seatsMeant(now, receiversOf(now, this.seats)).filter(
        (seat) => seat.lessonId === lesson.id && (seat.step ?? 0) === index,
      ).length;
    return html`<h3>${lesson.title}</h3>
      <ol class="steps">
        ${lesson.steps.map(
          ({ title }, index) => html`<li>
            <button
              class="button"
              type="button"
              aria-pressed=${this.step === index}
              data-test="send-step-${index + 1}"
              @click=${() => {
                this.step = index;
              }}
            >
              <span class="number">${index + 1}</span><span class="title">${title}</span>
              ${at(index) > 0 ? html`<span class="quiet-text">${msg(str`${at(index)} hier`)}</span>` : nothing}
            </button>
          </li>`,
        )}
      </ol>`;
  }

  private renderGo(now: ClassState) {
    return html`<div class="go">
      <p class="hint">${this.consequence()}</p>
      <button class="button primary" type="button" data-test="send-go" ?disabled=${this.busy || !this.ready} @click=${this.onGo}>
        ${steeringIcon('send')}${msg(str`An ${receiversText(now, receiversOf(now, this.seats))} schicken`)}
      </button>
    </div>`;
  }

  private renderQuestion(now: ClassState) {
    const meant = seatsMeant(now, receiversOf(now, this.seats)).length;
    return html`<div class="confirm" tabindex="-1" role="group" aria-labelledby="sure" data-test="send-confirm">
      <p id="sure">
        <strong>${meant === 1 ? msg('Wirklich? Es trifft 1 Platz.') : msg(str`Wirklich? Es trifft ${meant} Plätze.`)}</strong>
        ${this.consequence()}
      </p>
      <div class="answers">
        <button
          class="button"
          type="button"
          @click=${() => {
            this.asking = false;
          }}
        >
          ${msg('Zurück')}
        </button>
        <button class="button primary" type="button" data-test="send-sure" ?disabled=${this.busy} @click=${this.send}>
          ${steeringIcon('send')}${this.busy ? msg('Wird geschickt …') : msg('Ja, schicken')}
        </button>
      </div>
    </div>`;
  }

  private consequence(): string {
    switch (this.kind) {
      case 'lesson':
        return msg(
          'Laufende Programme halten an. Was gebaut ist, liegt danach bei den Versionen; jedes Kind kann es zurückholen. Wer schon in dieser Lektion ist, behält alles.',
        );
      case 'step':
        return msg('Die Seiten springen zu diesem Schritt. An den Blöcken ändert sich nichts.');
      case 'starter':
        return msg(
          'Laufende Programme halten an. Was gebaut ist, liegt danach bei den Versionen; jedes Kind kann es zurückholen.',
        );
    }
  }

  private get ready(): boolean {
    return this.kind === 'lesson' ? this.lessonId !== null : this.kind === 'step' ? this.step !== null : true;
  }

  private readonly onGo = () => {
    if (this.kind === 'step') void this.send();
    else this.asking = true;
  };

  private readonly send = async (): Promise<void> => {
    const now = this.watch.state;
    const what = this.what();
    if (!now || !what || this.busy) return;
    this.busy = true;
    this.problem = null;
    try {
      const { seats } = await this.watch.ask('class:send', { to: receiversOf(now, this.seats), what });
      this.done = seats === 1 ? msg('An 1 Platz geschickt.') : msg(str`An ${seats} Plätze geschickt.`);
      this.open = false;
    } catch (thrown) {
      this.problem = problemOf(thrown);
      this.asking = false;
    } finally {
      this.busy = false;
    }
  };

  private what() {
    const { kind, lessonId, step } = this;
    if (kind === 'lesson') return lessonId === null ? null : { kind, lessonId };
    if (kind === 'step') return step === null ? null : { kind, step };
    return { kind };
  }

  private async getLessons(): Promise<void> {
    try {
      const { lessons } = await call('lessons', { language: language() }, {});
      this.lessons = lessons;
    } catch (thrown) {
      this.problem = problemOf(thrown);
    }
  }

  static override styles = [controlStyles, sendStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-send-menu': SendMenu;
  }
}

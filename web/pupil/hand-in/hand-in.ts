import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../ui/badge-picture.ts';
import '../../ui/block-picture.ts';
import '../../ui/dialog-frame.ts';
import '../../ui/problem-note.ts';
import type { Problem } from '../../../device/contract/problem.ts';
import type { Wiring } from '../../../device/contract/wiring.ts';
import { pupilEndpoints } from '../../../server/api/contract/pupil-endpoints.ts';
import type { Blocks, HandInView, PupilState } from '../../../server/live/contract/live.ts';
import { callEndpoint } from '../../client/call-endpoint.ts';
import { language } from '../../locales/locale.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { problemOf } from '../../ui/problem-text.ts';
import type { SeatSession } from '../seat-session.ts';
import './feedback-card.ts';
import { handInStyles } from './hand-in-styles.ts';
import { rememberSeen, wasSeen } from './seen-feedback.ts';
import { untilSaved } from './until-saved.ts';

/**
 * A pupil's way to the teacher and back: a button that says where the work stands, a dialog that shows what is handed
 * in, and a card with what the teacher said. `open()` opens the dialog from elsewhere.
 */
@customElement('sb-hand-in')
@localized()
export class SbHandIn extends LitElement {
  /** The same object, of which the host says by setting it again that it has changed. */
  @property({ attribute: false, hasChanged: () => true }) session!: SeatSession;
  /** What the editor shows. */
  @property({ attribute: false }) blocks: Blocks | null = null;
  /** For the names of parts; the Pi's own, or else the lesson's, if left out. */
  @property({ attribute: false }) wiring: Wiring | null = null;

  @state() private asking = false;
  @state() private busy = false;
  @state() private problem: Problem | null = null;
  /** What the dialog shows: the work as it was when it was opened. */
  @state() private shown: Blocks | null = null;
  @state() private card = false;
  @state() private said = '';
  @state() private lessonWiring: Wiring | null = null;

  private known: { seatId: string; handIn: HandInView } | null = null;

  /** Shows what would be handed in, or what the teacher said. */
  open(): void {
    const handIn = this.session.pupil?.handIn;
    if (!handIn) return;
    this.problem = null;
    if (handIn.state === 'returned') {
      this.card = true;
      return;
    }
    this.ask();
  }

  protected override willUpdate(): void {
    const { pupil } = this.session;
    if (!pupil || pupil.handIn === this.known?.handIn) return;
    const before = this.known?.seatId === pupil.seat.id ? this.known.handIn : null;
    const { handIn } = pupil;
    this.known = { seatId: pupil.seat.id, handIn };
    if (handIn.state === 'returned') {
      const news =
        before?.state !== 'returned' || before.badge !== handIn.badge || before.comment !== handIn.comment;
      if (news && !wasSeen(pupil.seat.id, handIn)) {
        this.card = true;
        this.asking = false;
        this.said = msg('Deine Lehrkraft hat deine Arbeit angesehen.');
      }
    } else {
      this.card = false;
      if (before?.state !== handIn.state && before)
        this.said =
          handIn.state === 'handed-in'
            ? msg('Deine Arbeit ist abgegeben.')
            : msg('Deine Arbeit ist wieder offen.');
    }
  }

  override render() {
    const { pupil } = this.session;
    if (!pupil) return nothing;
    return html`${this.renderButton(pupil)}
      <p class="visually-hidden" role="status" data-test="hand-in-news">${this.said}</p>
      ${this.card ? this.renderCard(pupil) : nothing} ${this.renderDialog(pupil)}`;
  }

  private renderButton({ handIn: { state, badge } }: PupilState) {
    const words = { open: msg('Abgeben'), 'handed-in': msg('Abgegeben'), returned: msg('Rückmeldung') }[
      state
    ];
    const icon = { open: 'inbox', 'handed-in': 'circle-check', returned: 'lightbulb' } as const;
    return html`<button
      class="button hand ${state}"
      type="button"
      aria-haspopup="dialog"
      data-test="hand-in"
      data-state=${state}
      data-badge=${badge ?? nothing}
      @click=${() => this.open()}
    >
      ${badge ? html`<sb-badge-picture badge=${badge}></sb-badge-picture>` : lineIcon(icon[state])}<span
        class="words"
        >${words}</span
      >
    </button>`;
  }

  private renderCard({ handIn, seat }: PupilState) {
    return html`<sb-feedback-card
      .handIn=${handIn}
      @go-on=${() => {
        this.card = false;
        rememberSeen(seat.id, handIn);
        this.renderRoot.querySelector<HTMLElement>('.hand')?.focus();
      }}
      @hand-in-again=${() => {
        this.card = false;
        rememberSeen(seat.id, handIn);
        this.ask();
      }}
    ></sb-feedback-card>`;
  }

  private renderDialog(pupil: PupilState) {
    const { state, badge, comment } = pupil.handIn;
    const again = state !== 'open';
    return html`<sb-dialog-frame
      .open=${this.asking}
      .heading=${state === 'handed-in' ? msg('Deine Arbeit ist abgegeben') : msg('Arbeit abgeben')}
      data-test="hand-in-dialog"
      @close=${() => {
        this.asking = false;
      }}
    >
      <p>
        ${
          state === 'handed-in'
            ? msg(
                'Deine Lehrkraft sieht sie so, wie sie beim Abgeben war. Hast du sie noch verbessert? Dann gib sie neu ab.',
              )
            : msg('Das bekommt deine Lehrkraft zu sehen. Danach kannst du weiterbauen.')
        }
      </p>
      <div class="picture" tabindex="0" role="group" aria-label=${msg('Deine Blöcke')}>
        ${
          this.shown
            ? html`<sb-block-picture
                .blocks=${this.shown}
                .wiring=${this.wiring ?? pupil.device?.wiring ?? this.lessonWiring ?? none}
                .scale=${0.7}
              ></sb-block-picture>`
            : html`<p class="quiet-text">${msg('Hier ist noch nichts gebaut.')}</p>`
        }
      </div>
      ${
        comment || badge
          ? html`<div class="last">
              ${badge ? html`<sb-badge-picture badge=${badge}></sb-badge-picture>` : nothing}
              ${comment ? html`<p><strong>${msg('Zuletzt sagte deine Lehrkraft:')}</strong> ${comment}</p>` : nothing}
            </div>`
          : nothing
      }
      <sb-problem-note .problem=${this.problem}></sb-problem-note>
      <div class="choices">
        ${
          state === 'handed-in'
            ? html`<button
                class="button"
                type="button"
                data-test="hand-in-back"
                ?disabled=${this.busy}
                @click=${() => this.send('work:take-back')}
              >
                ${lineIcon('rotate-ccw')}${msg('Zurücknehmen')}
              </button>`
            : html`<button
                class="button"
                type="button"
                @click=${() => {
                  this.asking = false;
                }}
              >
                ${msg('Noch nicht')}
              </button>`
        }
        <button
          class="button primary"
          type="button"
          data-test="hand-in-now"
          ?disabled=${this.busy}
          @click=${() => this.send('work:hand-in')}
        >
          ${lineIcon('inbox')}${this.busy ? msg('Moment …') : again ? msg('Neu abgeben') : msg('Abgeben')}
        </button>
      </div>
    </sb-dialog-frame>`;
  }

  private ask(): void {
    this.problem = null;
    this.shown = this.blocks ?? this.session.saving?.blocks ?? null;
    this.asking = true;
    void this.findWiring();
  }

  /** Without a Pi, the lesson says which parts there are; without an answer the picture has no names for them. */
  private async findWiring(): Promise<void> {
    const { pupil } = this.session;
    if (!pupil || this.wiring || pupil.device) return;
    const wanted = { language: language(), lessonId: pupil.seat.lessonId };
    const lesson = await callEndpoint(pupilEndpoints.lesson, wanted, {}).catch(() => null);
    this.lessonWiring = lesson?.wiring ?? null;
  }

  private async send(deed: 'work:hand-in' | 'work:take-back'): Promise<void> {
    this.busy = true;
    this.problem = null;
    try {
      if (deed === 'work:hand-in') await untilSaved(this.session);
      await this.session.ask(deed, {});
      this.asking = false;
    } catch (thrown) {
      this.problem = problemOf(thrown);
    } finally {
      this.busy = false;
    }
  }

  static override styles = [controlStyles, handInStyles];
}

/** Before there is a Pi. */
const none = { parts: [] };

declare global {
  interface HTMLElementTagNameMap {
    'sb-hand-in': SbHandIn;
  }
}

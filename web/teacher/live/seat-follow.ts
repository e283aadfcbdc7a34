import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import './seat-picture.ts';
import './seat-progress.ts';
import '../../pupil/console.ts';
import '../../ui/problem-note.ts';
import type { Problem } from '../../../device/contract/problem.ts';
import type { Consent, SeatView } from '../../../server/live/contract/live.ts';
import { emptyRunView, glowingBlocks, type RunView, takeBatch } from '../../pupil/run-view.ts';
import { adultProblemText } from '../../ui/account/adult-problem.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { problemOf } from '../../ui/problem-text.ts';
import type { ClassWatch } from '../class-watch.ts';
import type { CardSources } from '../seat-card.ts';
import { goalsOf } from './lesson-views.ts';
import { seatFollowStyles } from './seat-follow-styles.ts';

/** Who passes several pupils with the arrow keys asks only the one at whom they stop; ms. */
const askAfter = 500;

/**
 * One seat, followed closely and only to look: the blocks large as they change, those that run glowing, the console,
 * values and pins, step and goals; all that with the pupils' yes only, for which it waits. The arrow keys go to the
 * next and the previous seat. Fires `seat` when another one is wanted, and `close`.
 */
@customElement('sb-seat-follow')
@localized()
export class SeatFollow extends LitElement {
  @property({ attribute: false, hasChanged: () => true }) watch!: ClassWatch;
  @property({ attribute: false }) seatId = '';
  @property({ attribute: false }) sources!: CardSources;
  /** The seats in the order in which they can be gone through. */
  @property({ attribute: false }) order: readonly string[] = [];

  @state() private view: RunView = emptyRunView;
  @state() private problem: Problem | null = null;
  @query('dialog') private dialog!: HTMLDialogElement | null;

  private end: (() => void) | undefined;
  private asking: ReturnType<typeof setTimeout> | undefined;
  /** On which connection it was asked for which seat. */
  private asked = '';
  private connections = 0;
  private wasLive = false;
  /** The Pi whose trace is shown. */
  private deviceId: string | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.end?.();
    this.end = undefined;
    clearTimeout(this.asking);
    this.asked = '';
    if (this.watch.connection === 'live')
      this.watch.ask('seat:follow', { seatId: null }).catch(() => undefined);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.end ??= this.watch.hear('seat:trace', ({ seatId, batch }) => {
      if (seatId === this.seatId) this.view = takeBatch(this.view, batch);
    });
    const { deviceId = null } = this.seat ?? {};
    if (changed.has('seatId') || deviceId !== this.deviceId || !this.allowed) this.view = emptyRunView;
    this.deviceId = deviceId;
    const live = this.watch.connection === 'live' && this.watch.state !== null;
    if (live && !this.wasLive) this.connections += 1;
    this.wasLive = live;
    const wanted = `${this.connections} ${this.seatId}`;
    if (live && this.asked !== wanted) {
      const atOnce = this.asked === '';
      this.asked = wanted;
      clearTimeout(this.asking);
      this.asking = setTimeout(() => void this.ask(), atOnce ? 0 : askAfter);
    }
  }

  protected override updated(): void {
    if (this.dialog && !this.dialog.open) this.dialog.showModal();
  }

  protected override render() {
    const { seat } = this;
    return html`<dialog
      class="panel"
      aria-labelledby="heading"
      data-test="seat-follow"
      data-consent=${seat?.consent ?? 'not-asked'}
      @close=${() => this.dispatchEvent(new Event('close'))}
      @keydown=${this.onKey}
    >
      <header>
        <button class="button quiet" type="button" aria-label=${msg('Vorige')} title=${msg('Vorige')} ?disabled=${this.order.length < 2} @click=${() => this.go(-1)}>
          ${lineIcon('chevron-left')}
        </button>
        <button class="button quiet" type="button" data-test="follow-next" aria-label=${msg('Nächste')} title=${msg('Nächste')} ?disabled=${this.order.length < 2} @click=${() => this.go(1)}>
          ${lineIcon('chevron-right')}
        </button>
        <h2 id="heading">${seat?.nickname ?? ''}</h2>
        ${
          seat
            ? html`<sb-seat-progress
                .seat=${seat}
                .lesson=${this.sources.lesson(seat.lessonId)}
                ?other-lesson=${seat.lessonId !== this.sources.lessonId}
              ></sb-seat-progress>`
            : nothing
        }
        <button class="button close" type="button" data-test="follow-close" aria-label=${msg('Schließen')} @click=${() => this.dialog?.close()}>
          ${lineIcon('x')}
        </button>
      </header>
      ${seat ? this.renderSeat(seat) : this.renderGone()}
    </dialog>`;
  }

  private renderGone() {
    return html`<div class="wait"><p>${msg('An diesem Platz sitzt niemand mehr.')}</p></div>`;
  }

  private renderSeat(seat: SeatView) {
    if (this.problem)
      return html`<div class="wait"><sb-problem-note .problem=${this.problem}></sb-problem-note></div>`;
    if (!this.allowed) return this.renderWait(seat.consent, seat.nickname);
    const lesson = this.sources.lesson(seat.lessonId);
    return html`<div class="desk">
      <sb-seat-picture
        tabindex="0"
        role="group"
        aria-label=${msg(str`Blöcke von ${seat.nickname}`)}
        .works=${this.sources.works}
        .pictures=${this.sources.pictures}
        .seatId=${seat.id}
        .lesson=${lesson}
        .whole=${true}
        .glowing=${glowingBlocks(this.view)}
        .failed=${this.view.failed?.block ?? null}
      ></sb-seat-picture>
      <aside>
        ${this.renderProgram(seat)}
        ${
          lesson
            ? html`<h3>${msg('Ziele')}</h3>
                <ul class="goals">
                  ${goalsOf(lesson).map(({ id, html: text }) => {
                    const reached = seat.goals.includes(id);
                    return html`<li class=${reached ? 'on' : ''}>
                      ${lineIcon(reached ? 'circle-check' : 'square')}<span>${unsafeHTML(text)}</span
                      ><span class="visually-hidden">${reached ? msg('erreicht') : msg('noch nicht erreicht')}</span>
                    </li>`;
                  })}
                </ul>`
            : nothing
        }
        ${this.renderValues()}
        ${
          this.view.lines.length > 0
            ? html`<h3>${msg('Konsole')}</h3>
                <sb-console .lines=${this.view.lines}></sb-console>`
            : nothing
        }
      </aside>
    </div>`;
  }

  private renderProgram(seat: SeatView) {
    const { state: runs, where } = seat.program;
    const words =
      runs === 'idle'
        ? msg('Es läuft kein Programm.')
        : where === 'pi'
          ? msg('Programm läuft auf dem Pi')
          : msg('Programm läuft auf dem virtuellen Pi');
    return html`<p class="program ${runs}">${lineIcon(runs === 'running' ? 'play' : 'square')}${words}</p>
      ${runs === 'running' && where === 'virtual' ? html`<p class="hint">${msg('Was der virtuelle Pi tut, zeigt nur die Seite der Schülerin oder des Schülers.')}</p>` : nothing}
      ${seat.lastError ? html`<p class="error" role="status">${adultProblemText(seat.lastError)}</p>` : nothing}`;
  }

  private renderValues() {
    const { variables, board } = this.view;
    const pins = [...board.levels].toSorted(([a], [b]) => a - b);
    const values = [...board.values];
    if (variables.size === 0 && pins.length === 0 && values.length === 0) return nothing;
    return html`<h3>${msg('Werte')}</h3>
      <dl>
        ${[...variables, ...values].map(([name, is]) => html`<div><dt>${name}</dt><dd>${String(is)}</dd></div>`)}
        ${pins.map(([gpio, level]) => html`<div class=${level ? 'high' : ''}><dt>GPIO ${gpio}</dt><dd>${level ? msg('an') : msg('aus')}</dd></div>`)}
      </dl>`;
  }

  private renderWait(consent: Consent, nickname: string) {
    return html`<div class="wait" role="status">
      ${lineIcon(consent === 'refused' ? 'eye-off' : 'clock')}
      ${
        consent === 'refused'
          ? html`<p><strong>${msg(str`${nickname} möchte gerade nicht, dass Sie zusehen.`)}</strong></p>
              <p>${msg('Das kleine Bild auf der Karte bleibt. Wer sich meldet oder auf der eigenen Seite zustimmt, lässt Sie wieder zusehen.')}</p>`
          : html`<p><strong>${msg(str`Wartet auf das Ja von ${nickname} …`)}</strong></p>
              <p>${msg('Auf der Seite steht jetzt die Frage, ob Sie zusehen dürfen.')}</p>`
      }
    </div>`;
  }

  private get seat(): SeatView | undefined {
    return this.watch.state?.seats.find(({ id }) => id === this.seatId);
  }

  private get allowed(): boolean {
    return this.seat?.consent === 'given';
  }

  private async ask(): Promise<void> {
    try {
      await this.watch.ask('seat:follow', { seatId: this.seatId });
      this.problem = null;
    } catch (error) {
      this.problem = problemOf(error);
    }
  }

  private onKey(event: KeyboardEvent): void {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    // In the blocks the arrows scroll.
    const [first] = event.composedPath();
    if (first instanceof HTMLElement && (first.localName === 'sb-seat-picture' || first.localName === 'ol'))
      return;
    event.preventDefault();
    this.go(by);
  }

  private go(by: number): void {
    const here = this.order.indexOf(this.seatId);
    const seatId = this.order.at((here + by) % this.order.length);
    if (seatId !== undefined && seatId !== this.seatId)
      this.dispatchEvent(new CustomEvent('seat', { detail: { seatId } }));
  }

  static override styles = [controlStyles, seatFollowStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-seat-follow': SeatFollow;
  }
}

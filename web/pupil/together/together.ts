import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { Problem } from '../../../device/contract/problem.ts';
import type { KnockView, PupilState } from '../../../server/live/contract/live.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { problemOf, problemText } from '../../ui/problem-text.ts';
import type { PupilConnection } from '../connection.ts';
import { type Countdown, clockText, countdown, left } from './countdown.ts';
import { type News, newsBetween } from './news.ts';
import './seats-dialog.ts';
import { sentenceOf } from './sentences.ts';
import { steeringWheel } from './steering-wheel.ts';
import { togetherStyles } from './together-styles.ts';

/** The last part of a turn, in which the ring changes its colour, ms. */
const lastPart = 60_000;
/** What is said of a turn that begins or ends stays this long, ms. */
const saidFor = 20_000;

/**
 * Who sits here, who drives, and where this seat stands with the real Pi: a slim strip, which is only there when there
 * is something to say. `openSeats()` shows with whom one may sit.
 */
@customElement('sb-together')
@localized()
export class SbTogether extends LitElement {
  @property({ attribute: false }) pupil: PupilState | null = null;
  /** The pupil's own knock at another seat. */
  @property({ attribute: false }) knock: KnockView | null = null;
  @property({ attribute: false }) ask: PupilConnection['ask'] | null = null;

  @state() private seatsOpen = false;
  @state() private problem: Problem | null = null;
  /** A turn that has just begun or ended. */
  @state() private turnNews: News | null = null;
  @state() private announced = '';
  @state() private now = performance.now();
  /** The wish of somebody else that the driver lets run out. */
  @state() private later: string | null = null;

  private wishLeft: Countdown | null = null;
  private turnLeft: Countdown | null = null;
  private ticking: ReturnType<typeof setInterval> | undefined;
  private forgetting: ReturnType<typeof setTimeout> | undefined;

  /** Shows the other seats of the class. */
  openSeats(): void {
    this.seatsOpen = true;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.ticking);
    clearTimeout(this.forgetting);
    this.ticking = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('pupil') || !this.pupil) return;
    const before = (changed.get('pupil') as PupilState | null | undefined) ?? null;
    this.now = performance.now();
    this.follow(before, this.pupil);
    for (const news of newsBetween(before, this.pupil)) this.hear(news);
    if (!this.pupil.pair.wish) this.later = null;
    this.tick();
  }

  override render() {
    const { pupil } = this;
    if (!pupil) return nothing;
    const parts = [this.pair(pupil), this.knocks(pupil), this.ownKnock(), this.turn(pupil), this.fault()];
    const any = parts.some((part) => part !== nothing);
    this.toggleAttribute('bare', !any);
    return html`${any ? html`<section class="strip" aria-label=${msg('Zusammen arbeiten')} data-test="together">${parts}</section>` : nothing}
      <p class="visually-hidden" role="status" data-test="together-news">${this.announced}</p>
      <sb-seats-dialog
        .open=${this.seatsOpen}
        .pupil=${pupil}
        .knock=${this.knock}
        .ask=${this.ask}
        @close=${() => {
          this.seatsOpen = false;
        }}
      ></sb-seats-dialog>`;
  }

  private pair({ pupil, pair }: PupilState) {
    if (pair.pupils.length < 2) return nothing;
    return html`<div class="group">
      <ul aria-label=${msg('An diesem Platz')}>
        ${pair.pupils.map((one) => {
          const drives = one.id === pair.driver;
          return html`<li class="chip ${classMap({ drives, away: !one.connected })}" data-test="chip" data-drives=${drives}>
            ${drives ? steeringWheel() : nothing} ${one.nickname}
            ${one.id === pupil.id ? html`<small>${msg('(du)')}</small>` : nothing}
            ${drives ? html`<small class="visually-hidden">${msg('fährt')}</small>` : nothing}
            ${one.connected ? nothing : html`<small>${msg('ist weg')}</small>`}
          </li>`;
        })}
      </ul>
      ${pair.driver === pupil.id ? this.driving(pair, pupil.id) : this.lookingOn(pair, pupil.id)}
    </div>`;
  }

  private driving({ pupils, wish }: PupilState['pair'], me: string) {
    const others = pupils.filter((one) => one.id !== me && one.connected);
    if (wish && wish.pupilId !== this.later) {
      const name = pupils.find(({ id }) => id === wish.pupilId)?.nickname ?? '';
      return html`<div class="group ask" data-test="wish">
        <p>${msg(str`${name} möchte fahren.`)} ${this.count(this.wishLeft)}</p>
        <button type="button" class="button primary" data-test="drive-pass" @click=${() => this.send('drive:pass', { pupilId: wish.pupilId })}>
          ${msg('Steuer abgeben')}
        </button>
        <button type="button" class="button quiet" data-test="drive-later" @click=${() => {
          this.later = wish.pupilId;
        }}>${msg('Gleich')}</button>
      </div>`;
    }
    return html`${wish ? this.count(this.wishLeft) : nothing}${others.map(
      ({
        id,
        nickname,
      }) => html`<button type="button" class="button" data-test="drive-pass" @click=${() => this.send('drive:pass', { pupilId: id })}>
        ${others.length > 1 ? msg(str`Steuer an ${nickname}`) : msg('Steuer abgeben')}
      </button>`,
    )}`;
  }

  private lookingOn({ pupils, driver, wish }: PupilState['pair'], me: string) {
    if (wish?.pupilId === me) {
      return html`<p data-test="my-wish">${msg('Gleich fährst du.')} ${this.count(this.wishLeft)}</p>`;
    }
    const name = pupils.find(({ id }) => id === driver)?.nickname;
    return html`${name ? html`<p>${msg(str`${name} fährt, du schaust zu.`)}</p>` : nothing}
      <button type="button" class="button" data-test="drive-ask" ?disabled=${wish !== null} @click=${() => this.send('drive:ask', {})}>
        ${msg('Ich möchte fahren')}
      </button>`;
  }

  private knocks({ pair }: PupilState) {
    if (pair.knocking.length === 0) return nothing;
    return html`${pair.knocking.map(
      ({ id, nickname }) => html`<div class="group ask" data-test="knock">
        <p>${msg(str`${nickname} möchte bei dir sitzen.`)}</p>
        <button type="button" class="button primary" data-test="knock-yes" @click=${() => this.send('pair:answer', { pupilId: id, yes: true })}>${msg('Ja')}</button>
        <button type="button" class="button" data-test="knock-no" @click=${() => this.send('pair:answer', { pupilId: id, yes: false })}>${msg('Nein')}</button>
      </div>`,
    )}`;
  }

  private ownKnock() {
    const at = this.knock?.at;
    if (!at) return nothing;
    return html`<div class="group ask" data-test="my-knock">
      <p>${msg(str`Du hast bei ${at.nickname} angeklopft.`)}</p>
      <button type="button" class="button quiet" @click=${() => this.send('pair:knock', { seatId: null })}>${msg('Doch nicht')}</button>
    </div>`;
  }

  private turn({ turn }: PupilState) {
    if (turn.state === 'waiting') {
      return html`<div class="group turn" data-test="turn-waiting">
        ${this.ring()}
        <p>${turn.place === 1 ? msg('Du bist als Nächstes dran') : msg(str`Platz ${turn.place} in der Schlange`)}${
          this.turnLeft ? html`, ${msg('in höchstens')} ${this.count(this.turnLeft)}` : nothing
        }</p>
        <button type="button" class="button quiet" data-test="turn-leave" @click=${() => this.send('turn:leave', {})}>${msg('Nicht mehr warten')}</button>
      </div>`;
    }
    if (turn.state === 'has' && this.turnLeft) {
      return html`<div class="group turn" data-test="turn-ends">
        ${this.ring()}
        <p>${msg('Du hast den Pi noch')} ${this.count(this.turnLeft)}</p>
        <button type="button" class="button" data-test="turn-leave" @click=${() => this.send('turn:leave', {})}>${msg('Pi zurückgeben')}</button>
      </div>`;
    }
    if (!this.turnNews) return nothing;
    const again = this.turnNews.kind === 'turn-over' && turn.state === 'none';
    return html`<div class="group turn ask ${again ? '' : 'good'}" data-test="turn-news">
      <p>${sentenceOf(this.turnNews)}</p>
      ${
        again
          ? html`<button type="button" class="button primary" data-test="turn-queue" @click=${() => this.send('turn:queue', {})}>${msg('Wieder anstellen')}</button>`
          : nothing
      }
      <button type="button" class="button quiet" aria-label=${msg('Schließen')} @click=${() => {
        this.turnNews = null;
      }}>${lineIcon('x')}</button>
    </div>`;
  }

  private fault() {
    if (!this.problem) return nothing;
    return html`<div class="group fault" data-test="together-problem">
      <p role="alert">${problemText(this.problem)}</p>
      <button type="button" class="button quiet" aria-label=${msg('Schließen')} @click=${() => {
        this.problem = null;
      }}>${lineIcon('x')}</button>
    </div>`;
  }

  private count(what: Countdown | null) {
    // Screen readers hear of the countdown when it begins, not each second.
    return what
      ? html`<span class="count" role="timer" aria-live="off">${clockText(left(what, this.now))}</span>`
      : nothing;
  }

  private ring() {
    if (!this.turnLeft) return nothing;
    const ms = left(this.turnLeft, this.now);
    const share = this.turnLeft.span > 0 ? ms / this.turnLeft.span : 0;
    return html`<span class="ring ${ms <= lastPart ? 'last' : ''}" style="--left:${share.toFixed(3)}"></span>`;
  }

  /** Takes over the spans that have come anew; those that were told before run on. */
  private follow(before: PupilState | null, { pair, turn }: PupilState): void {
    if (pair.wish !== before?.pair.wish)
      this.wishLeft = countdown(pair.wish?.takesOverInMs ?? null, this.now);
    if (turn === before?.turn) return;
    const span = turn.state === 'waiting' ? turn.inMs : turn.state === 'has' ? turn.leftMs : null;
    const next = countdown(span, this.now);
    // The ring shows the whole wait, also when the estimate is told again.
    const goesOn = before?.turn.state === turn.state && this.turnLeft && next;
    this.turnLeft = goesOn ? { ...next, span: Math.max(next.span, this.turnLeft?.span ?? 0) } : next;
  }

  private hear(news: News): void {
    this.announced = sentenceOf(news);
    if (news.kind !== 'your-turn' && news.kind !== 'turn-over') return;
    this.turnNews = news;
    clearTimeout(this.forgetting);
    // That the Pi is gone stays to be read until it is closed; good news goes by itself.
    if (news.kind === 'your-turn') {
      this.forgetting = setTimeout(() => {
        this.turnNews = null;
      }, saidFor);
    }
  }

  private tick(): void {
    const runs = this.wishLeft !== null || this.turnLeft !== null;
    if (runs === (this.ticking !== undefined)) return;
    clearInterval(this.ticking);
    this.ticking = runs
      ? setInterval(() => {
          this.now = performance.now();
        }, 500)
      : undefined;
  }

  /** Asks the server; what it refuses is shown. */
  private send(...[name, request]: Parameters<PupilConnection['ask']>): void {
    this.problem = null;
    this.ask?.(name, request).catch((thrown: unknown) => {
      this.problem = problemOf(thrown);
    });
  }

  static override styles = [controlStyles, togetherStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-together': SbTogether;
  }
}

import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type Problem, problem } from '../../../device/contract/problem.ts';
import type { PupilState } from '../../../server/live/contract/live.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { problemOf, problemText } from '../../ui/problem-text.ts';
import type { SeatSession } from '../seat-session.ts';
import { knockEnded } from '../together/sentences.ts';
import { askedPi, forgetAskedPi } from './asked-number.ts';
import { canReadLabels } from './label-reader.ts';
import { myPiStyles } from './my-pi-styles.ts';
import { piLabel, piLabelStyles } from './pi-label.ts';
import { readPiNumber } from './read-number.ts';

/** Others who have the Pi that the pupil named. */
interface Taken {
  readonly number: number;
  readonly seat: { readonly id: string; readonly nickname: string };
}

/**
 * Which Pi is before the pupil: asks until somebody has said so, by number, by the label's address or its picture. At a
 * Pi that others have, one may knock. Nothing is shown when there is nothing to ask; `edit()` asks anew.
 */
@customElement('sb-my-pi')
@localized()
export class SbMyPi extends LitElement {
  @property({ attribute: false }) session: SeatSession | null = null;
  /** The session's state: another object with each change, so that this is drawn anew. */
  @property({ attribute: false }) pupil: PupilState | null = null;

  @state() private typing = false;
  @state() private scanning = false;
  @state() private busy = false;
  @state() private blinking = false;
  @state() private taken: Taken | null = null;
  @state() private problem: Problem | null = null;
  /** The pupil has said that no Pi is before them. */
  @state() private none = false;
  private followsAddress = true;

  /** Opens the field for the number, whatever is known. */
  edit(): void {
    this.none = false;
    this.type();
  }

  protected override updated(): void {
    const asked = this.followsAddress && this.now ? askedPi() : undefined;
    if (this.now) this.followsAddress = false;
    if (asked === undefined) return;
    forgetAskedPi();
    void this.claim(asked);
  }

  override render() {
    const { now } = this;
    if (now?.class.state !== 'active') return nothing;
    const content = this.content(now);
    if (content === nothing) return nothing;
    return html`<section class="strip" aria-label=${msg('Dein Pi')} data-test="my-pi">
      ${content}
      ${this.problem ? html`<p role="alert" class="fault" data-test="my-pi-problem">${problemText(this.problem)}</p>` : nothing}
    </section>`;
  }

  private content({ device, seat, turn }: PupilState) {
    if (this.taken) return this.renderTaken(this.taken);
    if (this.typing) return this.renderTyping();
    if (device && !seat.deviceConfirmed && !this.none) return this.renderAsking(device.number);
    // Whoever has none may sit before one that others got, or beside somebody.
    if (!device && turn.state === 'none' && turn.pis > 0 && !this.none) return this.renderNone();
    return this.problem ? html`<p></p>` : nothing;
  }

  private renderAsking(number: number) {
    const { device } = this.now ?? {};
    const runs = device?.program.state === 'running';
    return html`${piLabel(number)}
      <p class="words">${msg(str`Dein Pi hat die Nummer ${number}. Stimmt das?`)}</p>
      <div class="actions">
        <button type="button" class="button primary" data-test="my-pi-yes" ?disabled=${this.busy} @click=${() => this.claim(number)}>
          ${lineIcon('check')} ${msg('Ja')}
        </button>
        <button type="button" class="button" data-test="my-pi-other" @click=${this.type}>${msg('Andere Nummer')}</button>
        <button type="button" class="button" data-test="my-pi-blink" ?disabled=${this.blinking || runs || !device?.online} @click=${this.blink}>
          ${lineIcon('lightbulb')} <span aria-live="polite">${this.blinking ? msg('Er blinkt …') : msg('Blinken lassen')}</span>
        </button>
      </div>`;
  }

  private renderNone() {
    return html`${piLabel(null)}
      <p class="words">${msg('Welche Nummer hat der Pi vor dir?')}</p>
      <div class="actions">
        <button type="button" class="button primary" data-test="my-pi-other" @click=${this.type}>${msg('Eingeben')}</button>
        <button type="button" class="button" data-test="my-pi-none" @click=${this.leave}>${msg('Hier ist keiner')}</button>
      </div>`;
  }

  private renderTyping() {
    return html`${piLabel(null)}
      <form novalidate @submit=${this.onSubmit} @keydown=${this.onKey}>
        <label for="number">${msg('Welche Nummer steht auf dem Aufkleber?')}</label>
        <div class="actions">
          <input id="number" data-test="my-pi-number" inputmode="numeric" autocomplete="off" enterkeyhint="go" maxlength="200" placeholder="7" />
          <button class="button primary" data-test="my-pi-claim" ?disabled=${this.busy}>${msg('Das ist mein Pi')}</button>
          ${
            canReadLabels()
              ? html`<button type="button" class="button" data-test="my-pi-scan" aria-pressed=${this.scanning} @click=${this.scan}>
                  ${lineIcon('eye')} ${msg('Scannen')}
                </button>`
              : nothing
          }
          <button type="button" class="button" data-test="my-pi-none" @click=${this.leave}>${msg('Hier ist keiner')}</button>
          <button type="button" class="button quiet" data-test="my-pi-cancel" @click=${this.stopTyping}>${msg('Abbrechen')}</button>
        </div>
        ${
          this.scanning
            ? html`<sb-scan-label @number=${(event: CustomEvent<number>) => this.claim(event.detail)}></sb-scan-label>`
            : nothing
        }
      </form>`;
  }

  private renderTaken({ number, seat }: Taken) {
    const knock = this.session?.knock ?? null;
    const knocked = knock?.at?.id === seat.id;
    const ended = knock?.end ? knockEnded(knock.end) : null;
    return html`${piLabel(number)}
      <p class="words" role="status" data-test="my-pi-taken">
        ${
          knocked
            ? msg(str`Du hast bei ${seat.nickname} angeklopft. Gleich kommt die Antwort …`)
            : (ended ?? msg(str`An Pi ${number} sitzt schon ${seat.nickname}. Möchtest du dich dazusetzen?`))
        }
      </p>
      <div class="actions">
        <button type="button" class="button ${knocked ? '' : 'primary'}" data-test="my-pi-knock" ?disabled=${this.busy} @click=${() => this.knock(knocked ? null : seat.id)}>
          ${lineIcon('users')} ${knocked ? msg('Doch nicht') : msg('Anklopfen')}
        </button>
        <button type="button" class="button" data-test="my-pi-other" @click=${this.type}>${msg('Andere Nummer')}</button>
        <button type="button" class="button quiet" data-test="my-pi-cancel" @click=${this.stopTyping}>${msg('Abbrechen')}</button>
      </div>`;
  }

  protected override willUpdate(): void {
    // Whoever was let in sits there now.
    if (this.taken && this.now?.seat.id === this.taken.seat.id) this.taken = null;
  }

  private get now(): PupilState | null {
    return this.pupil ?? this.session?.pupil ?? null;
  }

  private readonly type = async () => {
    this.taken = null;
    this.problem = null;
    this.typing = true;
    await this.updateComplete;
    this.renderRoot.querySelector('input')?.focus();
  };

  private readonly stopTyping = () => {
    this.typing = false;
    this.scanning = false;
    this.taken = null;
    this.problem = null;
  };

  private readonly scan = async () => {
    // Who never scans need not load it.
    if (!this.scanning) await import('./scan-label.ts').catch(() => {});
    this.scanning = !this.scanning;
  };

  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    // Twice Escape stops programs; the first one closes the field.
    event.stopPropagation();
    this.stopTyping();
  }

  private onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const field = this.renderRoot.querySelector('input');
    const number = readPiNumber(field?.value ?? '');
    if (number !== undefined) return void this.claim(number);
    this.problem = notANumber;
    field?.focus();
  }

  private async claim(number: number): Promise<void> {
    this.scanning = false;
    const answer = await this.send(() => this.session?.ask('pi:claim', { number }));
    if (!answer) {
      // The field stays open to be corrected; a number that came by a link has none yet.
      if (this.problem?.code === 'pi-unknown') this.typing = true;
      return;
    }
    this.none = false;
    this.typing = false;
    this.taken = answer.outcome === 'taken' ? { number, seat: answer.seat } : null;
  }

  private async knock(seatId: string | null): Promise<void> {
    await this.send(() => this.session?.ask('pair:knock', { seatId }));
    this.requestUpdate();
  }

  private readonly leave = async () => {
    const left = !this.now?.device || (await this.send(() => this.session?.ask('turn:leave', {})));
    if (!left) return;
    this.stopTyping();
    this.none = true;
  };

  private readonly blink = async () => {
    this.blinking = true;
    await this.send(() => this.session?.ask('pi:identify', {}));
    this.blinking = false;
  };

  /** What was answered; undefined when it did not work, which is shown. */
  private async send<Result>(ask: () => Promise<Result> | undefined): Promise<Result | undefined> {
    this.problem = null;
    this.busy = true;
    try {
      return await ask();
    } catch (thrown) {
      this.problem = problemOf(thrown);
      return undefined;
    } finally {
      this.busy = false;
    }
  }

  static override styles = [controlStyles, piLabelStyles, myPiStyles];
}

const notANumber = problem(
  'pi-number-unreadable',
  'Das ist keine Nummer eines Pis. Tippe nur die Zahl vom Aufkleber, zum Beispiel 7.',
  'That is not the number of a Pi. Type just the figure on the label, such as 7.',
);

declare global {
  interface HTMLElementTagNameMap {
    'sb-my-pi': SbMyPi;
  }
}

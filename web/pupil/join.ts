import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Problem } from '../../device/contract/problem.ts';
import { camJamEduKit } from '../../device/contract/wiring.ts';
import '../board/board.ts';
import { pupilEndpoints } from '../../server/api/contract/pupil-endpoints.ts';
import { callEndpoint } from '../client/call-endpoint.ts';
import { language } from '../locales/locale.ts';
import '../ui/language-switch.ts';
import { lineIcon } from '../ui/line-icons.ts';
import '../ui/logo.ts';
import '../ui/notice.ts';
import { problemOf, problemText } from '../ui/problem-text.ts';
import { isClassCode, isResumeCode, tidyCode } from './class-code.ts';
import { joinStyles } from './join-styles.ts';
import { proposeNickname } from './nickname.ts';
import type { HeldSeat } from './seat-store.ts';
import { welcomeBoard } from './welcome-lights.ts';

/** The pupil has a seat now. */
export type JoinedEvent = CustomEvent<HeldSeat>;

/** The door: class code and nickname give a seat, a pupil's own code gives it back. Fires `joined`. */
@customElement('sb-join')
@localized()
export class SbJoin extends LitElement {
  @property() code = '';
  /** Joins at once under this nickname, if the code is whole. */
  @property({ attribute: false }) askedName = '';
  /** Why the pupil is back at the door, if for a reason. */
  @property({ attribute: false }) problem: Problem | null = null;

  @state() private nickname = '';
  @state() private proposed = '';
  @state() private busy = false;
  @state() private beat = 0;

  @query('#code') private codeField!: HTMLInputElement;
  @query('#nickname') private nicknameField!: HTMLInputElement;
  private timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.proposeAnother();
    if (this.askedName) this.nickname = this.askedName;
    if (!matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.timer = setInterval(() => this.beat++, 700);
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  protected override willUpdate(): void {
    // A proposal that nobody changed follows the language.
    if (this.hasUpdated && this.nickname === this.proposed && this.proposedIn !== language())
      this.proposeAnother();
  }

  protected override firstUpdated(_changed: PropertyValues): void {
    const whole = isClassCode(this.code);
    (whole ? this.nicknameField : this.codeField).focus();
    if (whole && this.askedName && !this.problem) void this.join();
  }

  private proposedIn = language();

  override render() {
    const resuming = isResumeCode(this.code);
    return html`<header>
        <sb-logo></sb-logo>
        <sb-language-switch></sb-language-switch>
      </header>
      <main>
        <form @submit=${this.onSubmit} novalidate>
          <h1>${msg('Hallo! Schön, dass du da bist.')}</h1>
          <p class="lead">${msg('Gib den Code ein, der vorne steht, und los geht’s.')}</p>

          <label class="code">
            <span>${msg('Klassencode oder dein eigener Code')}</span>
            <input
              id="code"
              data-test="join-code"
              .value=${this.code}
              @input=${this.onCode}
              placeholder="K7F-3XM"
              autocomplete="off"
              autocapitalize="characters"
              spellcheck="false"
              enterkeyhint="next"
              aria-describedby="problem"
            />
          </label>

          ${resuming ? nothing : this.renderNickname()}

          <div id="problem">
            ${this.problem ? html`<sb-notice tone="problem" data-test="join-problem">${problemText(this.problem)}</sb-notice>` : nothing}
          </div>

          <button class="go" data-test="join-go" ?disabled=${this.busy}>
            ${this.busy ? msg('Einen Moment …') : resuming ? msg('Weitermachen') : msg('Los geht’s')} ${lineIcon('chevron-right')}
          </button>
          <a class="parts" href="/parts">${msg('Bauteile ansehen')}</a>
          <a class="parts" data-test="privacy" href="/privacy">${msg('Was ist gespeichert?')}</a>
        </form>
        <sb-board
          aria-hidden="true"
          inert
          .wiring=${camJamEduKit}
          .board=${welcomeBoard(this.beat)}
          online
          running
        ></sb-board>
      </main>`;
  }

  private renderNickname() {
    return html`<label for="nickname">${msg('Dein Spitzname')}</label>
        <div class="nickname">
          <input
            id="nickname"
            data-test="join-nickname"
            .value=${this.nickname}
            @input=${this.onNickname}
            maxlength="24"
            autocomplete="off"
            spellcheck="false"
            enterkeyhint="go"
            aria-describedby="nickname-hint"
          />
          <button
            type="button"
            class="dice"
            data-test="join-dice"
            title=${msg('Anderen Namen würfeln')}
            aria-label=${msg('Anderen Namen würfeln')}
            @click=${this.proposeAnother}
          >
            ${lineIcon('dices')}
          </button>
        </div>
        <p class="hint" id="nickname-hint">${msg('Bitte nicht deinen echten Namen.')}</p>`;
  }

  private onCode(event: InputEvent): void {
    const field = event.target as HTMLInputElement;
    const deleting = event.inputType?.startsWith('delete');
    // While somebody deletes, the hyphen must not come back under the cursor.
    const tidy =
      deleting && /[^\p{L}\p{N}]$/u.test(field.value) ? field.value.slice(0, -1) : tidyCode(field.value);
    this.code = tidy;
    field.value = tidy;
    this.problem = null;
  }

  private onNickname(event: InputEvent): void {
    this.nickname = (event.target as HTMLInputElement).value;
    this.problem = null;
  }

  private proposeAnother(): void {
    this.proposedIn = language();
    let next = this.proposed;
    while (next === this.proposed)
      next = proposeNickname(language(), (below) => Math.floor(Math.random() * below));
    this.proposed = next;
    this.nickname = next;
  }

  private onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    void this.join();
  }

  private async join(): Promise<void> {
    if (this.busy) return;
    const nickname = this.nickname.trim() || this.proposed;
    if (this.code === '') return this.codeField.focus();
    this.busy = true;
    this.problem = null;
    const { code } = this;
    try {
      const joined = isResumeCode(code)
        ? { ...(await callEndpoint(pupilEndpoints.resume, {}, { code })), resumeCode: code }
        : await callEndpoint(pupilEndpoints.join, {}, { code, nickname });
      const seat: HeldSeat = {
        token: joined.token,
        nickname: joined.pupil.nickname,
        code: joined.class.code,
        resumeCode: joined.resumeCode,
      };
      this.dispatchEvent(new CustomEvent('joined', { detail: seat }));
    } catch (thrown) {
      this.problem = problemOf(thrown);
    } finally {
      this.busy = false;
    }
  }

  static override styles = joinStyles;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-join': SbJoin;
  }
}

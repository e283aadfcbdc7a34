import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Problem } from '../../../device/contract/problem.ts';
import type { KnockView, PupilState } from '../../../server/live/contract/live.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import '../../ui/dialog-frame.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { problemOf, problemText } from '../../ui/problem-text.ts';
import type { PupilConnection } from '../connection.ts';
import { knockEnded } from './sentences.ts';

interface OtherSeat {
  readonly id: string;
  readonly nickname: string;
}

/** The other seats of the class: knock at one, or go back to one's own. Fires `close` when a person closes it. */
@customElement('sb-seats-dialog')
@localized()
export class SbSeatsDialog extends LitElement {
  @property({ attribute: false }) open = false;
  @property({ attribute: false }) pupil: PupilState | null = null;
  @property({ attribute: false }) knock: KnockView | null = null;
  @property({ attribute: false }) ask: PupilConnection['ask'] | null = null;

  @state() private seats: readonly OtherSeat[] | null = null;
  @state() private problem: Problem | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('open') && this.open) void this.load();
    // Whoever was let in sits there now.
    if (changed.has('knock') && this.knock?.end === 'yes' && this.open) this.close();
  }

  override render() {
    const together = (this.pupil?.pair.pupils.length ?? 0) > 1;
    return html`<sb-dialog-frame .open=${this.open} .heading=${msg('Zu zweit')} @close=${this.close}>
      ${this.open ? html`${together ? this.sharing() : nothing}${this.list()}` : nothing}
    </sb-dialog-frame>`;
  }

  private sharing() {
    const others = this.pupil?.pair.pupils.filter(({ id }) => id !== this.pupil?.pupil.id) ?? [];
    const names = others.map(({ nickname }) => nickname).join(' + ');
    return html`<section class="sharing">
      <p>${msg(str`Du sitzt mit ${names} zusammen.`)}</p>
      <p class="hint">${msg('Gehst du an deinen Platz zurück, nimmst du eure Blöcke als Kopie mit.')}</p>
      <button type="button" class="button" data-test="pair-part" @click=${() => this.goHome()}>${lineIcon('log-out')} ${msg('Zurück an meinen Platz')}</button>
    </section>`;
  }

  private list() {
    const { knock, problem, seats } = this;
    const ended = knock?.end ? knockEnded(knock.end) : null;
    return html`${ended && !knock?.at ? html`<p role="status" data-test="knock-ended">${ended}</p>` : nothing}
      ${
        problem
          ? html`<p role="alert" class="fault">${problemText(problem)}</p>
            <button type="button" class="button" @click=${() => this.load()}>${msg('Noch einmal')}</button>`
          : nothing
      }
      ${
        seats === null
          ? problem
            ? nothing
            : html`<p role="status">${msg('Einen Moment …')}</p>`
          : seats.length === 0
            ? html`<p data-test="no-seats">${msg('Noch ist niemand da, bei dem du sitzen kannst.')}</p>`
            : html`<p>${msg('Bei wem möchtest du sitzen? Dort baut ihr gemeinsam. Deine eigenen Blöcke bleiben aufgehoben.')}</p>
              <ul>${seats.map((seat) => this.seat(seat))}</ul>`
      }`;
  }

  private seat(seat: OtherSeat) {
    const knocked = this.knock?.at?.id === seat.id;
    return html`<li>
      <button type="button" class="seat button" data-test="seat" aria-pressed=${knocked} @click=${() => this.toggle(seat, knocked)}>
        ${lineIcon('users')} <b>${seat.nickname}</b>
        <span>${knocked ? msg('angeklopft …') : msg('anklopfen')}</span>
      </button>
    </li>`;
  }

  private async load(): Promise<void> {
    this.seats = null;
    const got = await this.send(() => this.ask?.('pair:seats', {}));
    if (got) this.seats = got.seats;
  }

  private async toggle(seat: OtherSeat, knocked: boolean): Promise<void> {
    await this.send(() => this.ask?.('pair:knock', { seatId: knocked ? null : seat.id }));
  }

  private async goHome(): Promise<void> {
    if (await this.send(() => this.ask?.('pair:part', {}))) this.close();
  }

  /** What was answered; undefined when it did not work, which is shown. */
  private async send<Result>(ask: () => Promise<Result> | undefined): Promise<Result | undefined> {
    this.problem = null;
    try {
      return await ask();
    } catch (thrown) {
      this.problem = problemOf(thrown);
      return undefined;
    }
  }

  private readonly close = () => {
    if (!this.open) return;
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };

  static override styles = [
    controlStyles,
    css`
      p,
      section {
        margin-bottom: var(--sb-space-3);
      }
      .sharing {
        padding: var(--sb-space-3);
        border-radius: var(--sb-radius);
        background: var(--sb-good-soft);
      }
      .sharing p {
        margin-bottom: var(--sb-space-2);
      }
      ul {
        display: grid;
        gap: var(--sb-space-2);
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .seat {
        width: 100%;
        justify-content: flex-start;
        text-align: left;
      }
      .seat span {
        margin-left: auto;
        color: var(--sb-action-deep);
        font-weight: 400;
      }
      .seat[aria-pressed="true"] {
        border-color: var(--sb-waiting);
        background: var(--sb-waiting-soft);
      }
      .fault {
        color: var(--sb-stop-deep);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-seats-dialog': SbSeatsDialog;
  }
}

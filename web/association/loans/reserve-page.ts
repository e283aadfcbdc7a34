import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import './enough-for-all.ts';
import './kit-choice.ts';
import './stage-head.ts';
import '../../ui/problem-note.ts';
import type { Problem } from '../../../device/contract/problem.ts';
import type { Candidate, DayNote, Loan } from '../../../server/api/contract/lending/loans.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { dayNoteName } from '../../ui/day-note-name.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { problemOf } from '../../ui/problem-text.ts';
import { listStyles } from '../list-styles.ts';
import { presentItems } from './loan-items.ts';
import { loanAddress } from './loan-place.ts';
import { LoanStepping } from './loan-step.ts';
import { loanStyles } from './loan-styles.ts';
import { dayWord, spanWords } from './loan-words.ts';

interface Proposal {
  readonly assetIds: readonly string[];
  readonly candidates: readonly Candidate[];
  readonly devices: number;
  readonly needed: number;
  readonly days: readonly DayNote[];
  readonly alternative: { startsAt: number; endsAt: number } | null;
}

/** Kits for a request: the proposal, chosen already; others to choose; what is not free says so. */
@customElement('sb-reserve-page')
@localized()
export class ReservePage extends LitElement {
  @property({ attribute: false }) loan!: Loan;

  @state() private proposal: Proposal | null = null;
  @state() private chosen: ReadonlySet<string> = new Set();
  /** Chosen when the list came; they stay where they are while others are pressed. */
  private leading: ReadonlySet<string> = new Set();
  @state() private share = 2;
  @state() private words = '';
  @state() private problem: Problem | null = null;
  private readonly stepping = new LoanStepping(this);
  private round = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render() {
    const { loan, proposal } = this;
    return html`<sb-stage-head .loan=${loan} heading=${msg('Kits reservieren')}></sb-stage-head>
      <sb-problem-note .problem=${this.problem}></sb-problem-note>
      ${proposal ? this.renderProposal(proposal) : this.problem ? nothing : html`<p role="status">${msg('Freie Kits werden gesucht …')}</p>`}`;
  }

  private renderProposal(proposal: Proposal) {
    const candidates = this.shown(proposal.candidates);
    return html`${this.renderEnough(proposal)}
      ${proposal.alternative ? this.renderAlternative(proposal.alternative) : this.renderTooFew(proposal)} ${this.renderDays(proposal.days)}
      <div class="row spread">
        <h2>${msg('Was passt')}</h2>
        <input
          class="words"
          type="search"
          placeholder=${msg('Kit suchen')}
          aria-label=${msg('Kit suchen')}
          @input=${(event: InputEvent) => {
            this.words = (event.target as HTMLInputElement).value;
          }}
        />
      </div>
      ${
        candidates.length > 0
          ? html`<ul class="kits" aria-label=${msg('Kits')}>
              ${repeat(
                candidates,
                ({ asset }) => asset.id,
                (candidate) => html`<li>
                    <sb-kit-choice
                      .candidate=${candidate}
                      ?chosen=${this.chosen.has(candidate.asset.id)}
                      @choose=${() => this.toggle(candidate.asset.id)}
                    ></sb-kit-choice>
                  </li>`,
              )}
            </ul>`
          : html`<p class="panel empty">${msg('Kein Kit passt dazu.')}</p>`
      }
      <div class="panel foot">
        <sb-problem-note .problem=${this.stepping.problem}></sb-problem-note>
        <div class="row spread">
          <strong role="status">${this.chosen.size === 1 ? msg('1 gewählt') : msg(str`${this.chosen.size} gewählt`)}</strong>
          <button
            class="button primary big"
            type="button"
            data-test="reserve-go"
            ?disabled=${this.chosen.size === 0 || this.stepping.busy}
            @click=${this.reserve}
          >
            ${lendingIcon('calendar-days')}${msg('Reservieren')}
          </button>
        </div>
      </div>`;
  }

  private renderEnough({ candidates }: Proposal) {
    return html`<sb-enough-for-all
      .pupils=${this.loan.pupils}
      .devices=${candidates
        .filter(({ asset }) => this.chosen.has(asset.id))
        .reduce((sum, one) => sum + one.devices, 0)}
      .share=${this.share}
      @share=${({ detail }: CustomEvent<number>) => {
        this.share = detail;
        void this.load();
      }}
    ></sb-enough-for-all>`;
  }

  private renderAlternative(span: { startsAt: number; endsAt: number }) {
    return html`<div class="note">
      ${lineIcon('clock')}
      <span class="row">
        <span>${msg(str`In dieser Zeit reicht es nicht. Frei wäre: ${spanWords(span)}.`)}</span>
        <button class="button" type="button" data-test="take-alternative" @click=${() => this.move(span)}>
          ${msg('Dorthin verschieben')}
        </button>
      </span>
    </div>`;
  }

  private renderTooFew({ devices, needed }: Proposal) {
    if (devices >= needed) return nothing;
    return html`<p class="note">
      ${lineIcon('circle-alert')}
      <span>${msg('So viele Pis sind im nächsten halben Jahr nie zusammen frei. Reservieren Sie, was da ist, und sprechen Sie mit der Schule.')}</span>
    </p>`;
  }

  private renderDays(days: readonly DayNote[]) {
    // That a week has an end nobody needs to be told.
    const told = days.filter(({ kind }) => kind !== 'weekend');
    if (told.length === 0) return nothing;
    return html`<ul class="row days" aria-label=${msg('Feiertage und Ferien')}>
      ${told.map(
        (day) => html`<li class="chip" data-state="requested">
          ${lendingIcon('calendar')}${dayNoteName(day)}: ${dayWord(Date.parse(`${day.startsOn}T12:00`))}${day.endsOn === day.startsOn ? '' : ` – ${dayWord(Date.parse(`${day.endsOn}T12:00`))}`}
        </li>`,
      )}
    </ul>`;
  }

  /** The chosen ones first, then free ones; what is lent last. */
  private shown(candidates: readonly Candidate[]): readonly Candidate[] {
    const words = this.words.toLowerCase().split(/\s+/).filter(Boolean);
    const rank = ({ asset, free, tight }: Candidate) =>
      (this.leading.has(asset.id) ? 0 : 4) + (free ? 0 : tight ? 1 : 2);
    return candidates
      .filter(({ asset }) =>
        words.every((word) => `${asset.code} ${asset.name} ${asset.place}`.toLowerCase().includes(word)),
      )
      .toSorted((a, b) => rank(a) - rank(b));
  }

  private toggle(assetId: string): void {
    const chosen = new Set(this.chosen);
    if (!chosen.delete(assetId)) chosen.add(assetId);
    this.chosen = chosen;
  }

  private async load(): Promise<void> {
    this.round += 1;
    const round = this.round;
    try {
      const proposal = await call('proposal', { loanId: this.loan.id }, { pupilsPerDevice: this.share });
      if (round !== this.round) return;
      this.problem = null;
      // Who comes back to choose others sees first what is reserved.
      const reserved = presentItems(this.loan).filter(({ insideOf }) => !insideOf);
      const first = this.proposal === null && reserved.length > 0;
      this.proposal = proposal;
      this.leading = new Set(first ? reserved.map(({ asset }) => asset.id) : proposal.assetIds);
      this.chosen = this.leading;
    } catch (error) {
      if (round === this.round) this.problem = problemOf(error);
    }
  }

  private async reserve(): Promise<void> {
    const { id: loanId, version } = this.loan;
    const done = await this.stepping.do(() =>
      call('reserveLoan', { loanId }, { version, assetIds: [...this.chosen] }),
    );
    if (done) location.hash = loanAddress(loanId);
    else void this.load();
  }

  private async move(span: { startsAt: number; endsAt: number }): Promise<void> {
    const { id: loanId, version, state } = this.loan;
    const body = { version, startsAt: span.startsAt, endsAt: span.endsAt };
    const done = await this.stepping.do(() =>
      state === 'requested' ? call('changeLoan', { loanId }, body) : call('extendLoan', { loanId }, body),
    );
    if (done) void this.load();
  }

  static override styles = [
    controlStyles,
    listStyles,
    loanStyles,
    css`
      .days {
        margin: 0;
        padding: 0;
        list-style: none;
      }

      .words {
        width: min(16rem, 100%);
      }

      .kits {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr));
        gap: var(--sb-space-3);
        margin: 0;
        padding: 0;
        list-style: none;
      }

      .foot {
        position: sticky;
        bottom: calc(var(--sb-bar-below, 0px) + var(--sb-space-3));
        z-index: 1;
        display: grid;
        gap: var(--sb-space-2);
        padding: var(--sb-space-3) var(--sb-space-4);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-reserve-page': ReservePage;
  }
}

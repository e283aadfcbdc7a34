import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
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
import { kindIcon } from './kind-icon.ts';
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
    return html`${this.renderSum(proposal)}
      ${proposal.alternative ? this.renderAlternative(proposal.alternative) : nothing} ${this.renderDays(proposal.days)}
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
                (candidate) => html`<li>${this.renderCandidate(candidate)}</li>`,
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

  private renderSum({ candidates }: Proposal) {
    const { pupils } = this.loan;
    const devices = candidates
      .filter(({ asset }) => this.chosen.has(asset.id))
      .reduce((sum, one) => sum + one.devices, 0);
    const enough = devices * this.share >= pupils;
    return html`<section class="panel block sum" data-enough=${enough ? 'yes' : 'no'} aria-label=${msg('Reicht es?')}>
      <p class="figure" role="status" data-test="reserve-sum">
        ${enough ? lineIcon('circle-check') : lineIcon('circle-alert')}
        <span>
          <strong>${devices === 1 ? msg(str`1 Pi für ${pupils} Kinder`) : msg(str`${devices} Pis für ${pupils} Kinder`)}</strong>:
          ${devices === 0 ? msg('noch nichts gewählt') : sharing(pupils / devices)}
        </span>
      </p>
      <div class="row" role="group" aria-label=${msg('Kinder an einem Pi')}>
        ${[1, 2, 3].map(
          (share) => html`<button
            class="button"
            type="button"
            aria-pressed=${this.share === share}
            data-test="share-${share}"
            @click=${() => {
              this.share = share;
              void this.load();
            }}
          >
            ${sharing(share)}
          </button>`,
        )}
      </div>
    </section>`;
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

  private renderCandidate({ asset, devices, free, tight, lacks }: Candidate) {
    const chosen = this.chosen.has(asset.id);
    const usable = free || tight || chosen;
    return html`<button
      class="panel kit"
      type="button"
      aria-pressed=${chosen}
      data-test="candidate"
      data-code=${asset.code}
      ?disabled=${!usable}
      @click=${() => this.toggle(asset.id)}
    >
      <span class="picture">${kindIcon(asset.kind)}<span class="pis" aria-hidden="true">${Array.from({ length: Math.min(devices, 30) }, () => html`<i></i>`)}</span></span>
      <span class="row spread"><strong class="code">${asset.code}</strong>${this.renderFree(free, tight)}</span>
      <span class="name">${asset.name}</span>
      <span class="quiet-text">
        ${devices === 0 ? msg('ohne Pi') : devices === 1 ? msg('1 Pi') : msg(str`${devices} Pis`)}${asset.place ? html` · ${asset.place}` : nothing}
      </span>
      ${lacks.length > 0 ? html`<span class="lacks">${lineIcon('triangle-alert')}${msg(str`Es fehlt: ${lacks.join(', ')}`)}</span>` : nothing}
      <span class="mark" aria-hidden="true">${chosen ? lineIcon('check') : nothing}</span>
    </button>`;
  }

  private renderFree(free: boolean, tight: boolean) {
    if (free) return html`<span class="chip" data-state="good">${msg('frei')}</span>`;
    if (tight) return html`<span class="chip" data-state="out">${msg('knapp: kaum Tage dazwischen')}</span>`;
    return html`<span class="chip" data-state="missing">${msg('in dieser Zeit verliehen')}</span>`;
  }

  /** The chosen ones first, then free ones; what is lent last. */
  private shown(candidates: readonly Candidate[]): readonly Candidate[] {
    const words = this.words.toLowerCase().split(/\s+/).filter(Boolean);
    const rank = ({ asset, free, tight }: Candidate) =>
      (this.proposal?.assetIds.includes(asset.id) ? 0 : 4) + (free ? 0 : tight ? 1 : 2);
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
      this.chosen = new Set(first ? reserved.map(({ asset }) => asset.id) : proposal.assetIds);
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
      .sum {
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        border-left: 6px solid var(--sb-waiting);
      }

      .sum[data-enough='yes'] {
        border-left-color: var(--sb-good);
      }

      .figure {
        display: flex;
        align-items: center;
        gap: var(--sb-space-3);
        font-size: var(--sb-text-l);
      }

      .figure svg.lucide {
        width: 2rem;
        height: 2rem;
        color: var(--sb-waiting);
      }

      [data-enough='yes'] .figure svg.lucide {
        color: var(--sb-good);
      }

      [aria-pressed='true'].button {
        border-color: var(--sb-board);
        background: var(--sb-good-soft);
      }

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

      .kit {
        position: relative;
        display: grid;
        gap: var(--sb-space-1);
        align-content: start;
        width: 100%;
        height: 100%;
        padding: 0 var(--sb-space-4) var(--sb-space-4);
        color: inherit;
        font: inherit;
        text-align: left;
        cursor: pointer;
        overflow: hidden;
      }

      .kit:disabled {
        background: var(--sb-surface-sunk);
        cursor: default;
      }

      .kit[aria-pressed='true'] {
        border-color: var(--sb-board);
      }

      .kit[aria-pressed='true']::after {
        position: absolute;
        inset: 0;
        border: 2px solid var(--sb-board);
        border-radius: inherit;
        content: '';
        pointer-events: none;
      }

      .picture {
        display: flex;
        align-items: center;
        gap: var(--sb-space-3);
        height: 5rem;
        margin-inline: calc(-1 * var(--sb-space-4));
        margin-bottom: var(--sb-space-2);
        padding-inline: var(--sb-space-4);
        background:
          radial-gradient(circle at center, rgb(31 42 36 / 13%) 0 2px, transparent 2.6px) 0 0 / 20px 20px,
          var(--sb-surface-sunk);
        color: var(--sb-copper);
      }

      .picture svg.lucide {
        width: 2.75rem;
        height: 2.75rem;
      }

      /* One little board for each Pi. */
      .pis {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
      }

      .pis i {
        width: 0.9rem;
        height: 0.6rem;
        border-radius: 2px;
        background: var(--sb-board);
      }

      .kit .code {
        font-size: var(--sb-text-l);
      }

      .name {
        font-weight: 600;
      }

      .lacks {
        display: flex;
        gap: var(--sb-space-2);
        color: var(--sb-waiting);
        font-size: var(--sb-text-s);
        font-weight: 600;
      }

      .mark {
        position: absolute;
        top: var(--sb-space-2);
        right: var(--sb-space-2);
        display: grid;
        place-items: center;
        width: 2rem;
        height: 2rem;
        border: 2px solid var(--sb-line-strong);
        border-radius: 50%;
        background: var(--sb-surface);
      }

      [aria-pressed='true'] .mark {
        border-color: var(--sb-board);
        background: var(--sb-board);
        color: var(--sb-on-board);
      }

      .foot {
        position: sticky;
        bottom: var(--sb-space-3);
        display: grid;
        gap: var(--sb-space-2);
        padding: var(--sb-space-3) var(--sb-space-4);
      }

      @media (max-width: 48rem) {
        .sum {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];
}

/** How many children sit at one Pi, in words. */
function sharing(pupils: number): string {
  if (pupils <= 1) return msg('jedes Kind für sich');
  if (pupils <= 2) return msg('zu zweit');
  return pupils <= 3 ? msg('zu dritt') : msg('mehr als drei an einem Pi');
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-reserve-page': ReservePage;
  }
}

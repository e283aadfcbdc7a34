import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '../../ui/problem-note.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import type { LoanLine, LoanState } from '../../../server/api/contract/lending/loans.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { listStyles } from '../list-styles.ts';
import { AssociationLive } from '../live/association-live.ts';
import { Polling } from '../polling.ts';
import { loanAddress } from './loan-place.ts';
import { mayLend } from './loan-rights.ts';
import { loanStyles } from './loan-styles.ts';
import { dueWords, spanWords, stateWord } from './loan-words.ts';

type Filter = 'open' | 'overdue' | 'all' | LoanState;

/** What still needs somebody. */
const openStates: LoanState[] = ['requested', 'reserved', 'packed', 'out', 'returned'];
const step = 50;
/** As many as the server gives at once. */
const most = 500;

/** Every loan, with a search and a filter by where it is; a row leads to the loan. */
@customElement('sb-loan-list')
@localized()
export class LoanList extends LitElement {
  @property({ attribute: false }) person: PersonView | null = null;

  @state() private filter: Filter = 'open';
  @state() private limit = step;
  private text = '';
  private typing: ReturnType<typeof setTimeout> | undefined;
  private readonly found = new Polling(this, () => this.ask());

  constructor() {
    super();
    new AssociationLive(this, {
      onChange: (what) => {
        if (what === 'loan') void this.found.now();
      },
      onReturn: () => void this.found.now(),
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.typing);
  }

  protected override render() {
    const answer = this.found.answer;
    return html`<div class="head">
        <h1>${msg('Leihen')}</h1>
        ${
          mayLend(this.person)
            ? html`<a class="button primary" href="#loans/new" data-test="loan-new">${lineIcon('plus')}${msg('Anfrage oder Spende eintragen')}</a>`
            : nothing
        }
      </div>
      <div class="search">
        ${lineIcon('search')}
        <input
          type="search"
          data-test="loan-search"
          placeholder=${msg('Nummer, Schule, Kit … oder schule:mainz kit:K3')}
          aria-label=${msg('Leihen suchen')}
          @input=${this.onType}
        />
      </div>
      <div class="filters" role="group" aria-label=${msg('Nach Stand')}>
        ${this.renderFilter('open', msg('Offen'))} ${this.renderFilter('requested', msg('Anfragen'))}
        ${this.renderFilter('reserved', msg('Reserviert'))} ${this.renderFilter('packed', msg('Gepackt'))}
        ${this.renderFilter('out', msg('Draußen'))} ${this.renderFilter('overdue', msg('Überfällig'))}
        ${this.renderFilter('returned', msg('Zurück'))} ${this.renderFilter('closed', msg('Abgeschlossen'))}
        ${this.renderFilter('all', msg('Alle'))}
      </div>
      <sb-problem-note .problem=${this.found.problem}></sb-problem-note>
      ${answer ? this.renderLoans(answer.loans, answer.total) : html`<p role="status">${msg('Leihen werden geladen …')}</p>`}`;
  }

  private renderFilter(filter: Filter, words: string) {
    return html`<button
      class="button"
      type="button"
      data-test="loan-filter-${filter}"
      aria-pressed=${this.filter === filter}
      @click=${() => {
        this.filter = filter;
        this.limit = step;
        void this.found.now();
      }}
    >
      ${words}
    </button>`;
  }

  private renderLoans(loans: readonly LoanLine[], total: number) {
    if (loans.length === 0)
      return html`<div class="panel empty">
        <p>
          <strong>${this.text || this.filter !== 'open' ? msg('Keine Leihe passt dazu.') : msg('Gerade ist nichts zu tun.')}</strong>
        </p>
        <p class="quiet-text">${msg('Anfragen der Schulen erscheinen hier von selbst.')}</p>
      </div>`;
    return html`<ul class="plain panel" aria-label=${msg('Leihen')}>
        ${repeat(
          loans,
          ({ id }) => id,
          (loan) => html`<li>${this.renderLoan(loan)}</li>`,
        )}
      </ul>
      ${
        total > loans.length
          ? html`<div class="row">
              <p class="quiet-text">${msg(str`${loans.length} von ${total}`)}</p>
              ${
                this.limit < most
                  ? html`<button class="button" type="button" @click=${this.more}>${msg('Mehr zeigen')}</button>`
                  : html`<p class="quiet-text">${msg('Suchen Sie genauer, um die anderen zu sehen.')}</p>`
              }
            </div>`
          : nothing
      }`;
  }

  private renderLoan(loan: LoanLine) {
    const due = dueWords(loan);
    return html`<a class="loan" href=${loanAddress(loan.id)} data-test="loan-row" data-number=${loan.number} data-state=${loan.state}>
      <span class="number code">${loan.number}</span>
      <span class="who">
        <strong>${loan.school.name}</strong>
        <span class="quiet-text">${loan.school.city}</span>
      </span>
      <span class="when">
        <span>${spanWords(loan)}</span>
        ${due ? html`<span class="due" data-late=${loan.overdue ? 'yes' : 'no'}>${due}</span>` : nothing}
      </span>
      <span class="what">
        ${loan.codes.slice(0, 6).map((code) => html`<span class="code tag">${code}</span>`)}
        ${loan.codes.length > 6 ? html`<span class="quiet-text">+${loan.codes.length - 6}</span>` : nothing}
        ${this.renderItems(loan)}
      </span>
      <span class="state">
        <span class="chip" data-state=${loan.overdue ? 'overdue' : loan.state}>
          ${loan.overdue ? msg('überfällig') : loan.kind === 'donation' && loan.state === 'out' ? msg('gespendet') : stateWord(loan.state)}
        </span>
        ${loan.kind === 'donation' ? html`<span class="gift" role="img" aria-label=${msg('Spende')}>${lendingIcon('gift')}</span>` : nothing}
      </span>
    </a>`;
  }

  private renderItems(loan: LoanLine) {
    if (loan.state === 'requested')
      return html`<span class="quiet-text">${msg(str`für ${loan.pupils} Kinder`)}</span>`;
    if (loan.items === 0) return nothing;
    if (loan.state !== 'out' || loan.kind === 'donation')
      return html`<span class="quiet-text">${loan.items === 1 ? msg('1 Teil') : msg(str`${loan.items} Teile`)}</span>`;
    return html`<span class="bar">
      <span class="track" aria-hidden="true"><i style="width: ${(1 - loan.itemsOut / loan.items) * 100}%"></i></span>
      <span class="quiet-text">${msg(str`${loan.itemsOut} von ${loan.items} draußen`)}</span>
    </span>`;
  }

  private ask() {
    const { filter, text, limit } = this;
    const states =
      filter === 'open' ? openStates : filter === 'overdue' || filter === 'all' ? undefined : [filter];
    return call(
      'loans',
      {},
      {
        ...(text ? { text } : {}),
        ...(states ? { states } : {}),
        ...(filter === 'overdue' ? { overdue: true } : {}),
        limit,
      },
    );
  }

  private onType(event: InputEvent): void {
    this.text = (event.target as HTMLInputElement).value.trim().slice(0, 200);
    this.limit = step;
    clearTimeout(this.typing);
    this.typing = setTimeout(() => void this.found.now(), 200);
  }

  private more(): void {
    this.limit = Math.min(most, this.limit * 2);
    void this.found.now();
  }

  static override styles = [
    controlStyles,
    listStyles,
    loanStyles,
    css`
      ul.plain {
        gap: 0;
        container-type: inline-size;
        overflow: hidden;
      }

      li + li {
        border-top: 1px solid var(--sb-line);
      }

      .loan {
        display: grid;
        grid-template-columns: 5.5rem minmax(0, 1.3fr) minmax(0, 1.2fr) minmax(0, 1.2fr) 8.5rem;
        align-items: center;
        gap: var(--sb-space-1) var(--sb-space-4);
        min-height: 4.25rem;
        padding: var(--sb-space-3) var(--sb-space-4);
        color: inherit;
        text-decoration: none;
      }

      .loan:hover {
        background: var(--sb-surface-sunk);
      }

      .loan:focus-visible {
        outline-offset: -3px;
      }

      .who,
      .when {
        display: grid;
        min-width: 0;
      }

      .due {
        font-weight: 650;
      }

      .due[data-late='yes'] {
        color: var(--sb-stop-deep);
      }

      .what,
      .state {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--sb-space-1) var(--sb-space-2);
      }

      .state {
        justify-content: flex-end;
      }

      .gift {
        display: flex;
        color: var(--sb-copper);
      }

      .tag {
        padding: 0 0.4rem;
        border: 1px solid var(--sb-line);
        border-radius: var(--sb-radius-s);
        font-size: var(--sb-text-s);
      }

      .bar {
        display: flex;
        align-items: center;
        gap: var(--sb-space-2);
      }

      .track {
        width: 3.5rem;
        height: 0.5rem;
        border-radius: 999px;
        background: var(--sb-waiting-soft);
        box-shadow: inset 0 0 0 1px var(--sb-line);
        overflow: hidden;
      }

      .track i {
        display: block;
        height: 100%;
        background: var(--sb-good);
      }

      @container (width < 52rem) {
        .loan {
          grid-template-columns: minmax(0, 1fr) auto;
          align-items: start;
        }

        .who {
          grid-column: 1;
          grid-row: 1;
        }

        .state {
          grid-column: 2;
          grid-row: 1;
        }

        .number {
          grid-column: 2;
          grid-row: 2;
          color: var(--sb-ink-quiet);
          text-align: right;
        }

        .when {
          grid-column: 1;
          grid-row: 2;
        }

        .what {
          grid-column: 1 / -1;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-loan-list': LoanList;
  }
}

import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '../../ui/problem-note.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import type { LoanLine, LoanState } from '../../../server/api/contract/lending/loans.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { listStyles } from '../list-styles.ts';
import { AssociationLive } from '../live/association-live.ts';
import { Polling } from '../polling.ts';
import { mayLend } from './loan-rights.ts';
import { loanRow, loanRowStyles } from './loan-row.ts';
import { loanStyles } from './loan-styles.ts';
import { mostUrgentFirst } from './urgency.ts';

type Filter = 'open' | 'overdue' | 'all' | LoanState;

/** What still needs somebody. */
const openStates: LoanState[] = ['requested', 'reserved', 'packed', 'out', 'returned'];
const step = 50;
/** What is open is asked for at once: only then can what is due first stand first. */
const openStep = 200;
/** As many as the server gives at once. */
const most = 500;

/** Every loan, with a search and a filter by where it is; a row leads to the loan. */
@customElement('sb-loan-list')
@localized()
export class LoanList extends LitElement {
  @property({ attribute: false }) person: PersonView | null = null;

  @state() private filter: Filter = 'open';
  @state() private limit = openStep;
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
        this.limit = this.first;
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
    const whole = total === loans.length;
    return html`<ul class="plain panel" aria-label=${msg('Leihen')}>
        ${repeat(
          whole && this.first === openStep ? mostUrgentFirst(loans) : loans,
          ({ id }) => id,
          (loan) => html`<li>${loanRow(loan)}</li>`,
        )}
      </ul>
      ${
        !whole
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

  private get first(): number {
    return this.filter === 'open' || this.filter === 'overdue' ? openStep : step;
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
    this.limit = this.first;
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
    loanRowStyles,
    css`
      ul.plain {
        gap: 0;
        container-type: inline-size;
        overflow: hidden;
      }

      @media (max-width: 40rem) {
        /* One line that is swiped, instead of three. */
        .filters {
          flex-wrap: nowrap;
          margin-inline: calc(-1 * var(--sb-space-3));
          padding: 4px var(--sb-space-3);
          overflow-x: auto;
          scrollbar-width: none;
        }

        .filters .button {
          flex: none;
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

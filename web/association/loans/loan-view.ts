import { localized, msg } from '@lit/localize';
import { html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import './hand-over-page.ts';
import './loan-detail.ts';
import './pack-page.ts';
import './reserve-page.ts';
import './restock-page.ts';
import './return-page.ts';
import '../../ui/problem-note.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import type { Loan } from '../../../server/api/contract/lending/loans.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { listStyles } from '../list-styles.ts';
import { AssociationLive } from '../live/association-live.ts';
import { Polling } from '../polling.ts';
import type { Stage } from './loan-phases.ts';
import { loanStyles } from './loan-styles.ts';

/** One loan, kept fresh, at one of its stages. What is within fires `loan` with the loan as a step left it. */
@customElement('sb-loan-view')
@localized()
export class LoanView extends LitElement {
  @property() loanId = '';
  @property() stage: Stage = '';
  @property({ attribute: false }) person: PersonView | null = null;

  private readonly loan: Polling<Loan> = new Polling<Loan>(this, async () => {
    const answer = await call('loan', { loanId: this.loanId }, {});
    const known = this.loan.answer;
    // A question that was on its way while a step was done answers with yesterday's news.
    return known && known.version > answer.version ? known : answer;
  });

  constructor() {
    super();
    new AssociationLive(this, {
      onChange: (_what, id) => {
        if (id === this.loanId) void this.loan.now();
      },
      onReturn: () => void this.loan.now(),
    });
  }

  protected override render() {
    const loan = this.loan.answer;
    if (!loan)
      return html`<a class="back" href="#loans">${lineIcon('arrow-left')}${msg('Alle Leihen')}</a>
        ${this.loan.problem ? html`<sb-problem-note .problem=${this.loan.problem}></sb-problem-note>` : html`<p role="status">${msg('Leihe wird geladen …')}</p>`}`;
    return html`<div
      data-test="loan"
      data-state=${loan.state}
      data-version=${loan.version}
      @loan=${(event: CustomEvent<Loan>) => this.take(event.detail)}
      @loan-doubt=${() => this.loan.now()}
    >
      <sb-problem-note .problem=${this.loan.problem}></sb-problem-note>
      ${this.renderStage(loan)}
    </div>`;
  }

  private renderStage(loan: Loan) {
    switch (this.stage) {
      case 'reserve':
        return html`<sb-reserve-page .loan=${loan}></sb-reserve-page>`;
      case 'pack':
        return html`<sb-pack-page .loan=${loan}></sb-pack-page>`;
      case 'hand-over':
        return html`<sb-hand-over-page .loan=${loan} .person=${this.person}></sb-hand-over-page>`;
      case 'return':
        return html`<sb-return-page .loan=${loan} .person=${this.person}></sb-return-page>`;
      case 'restock':
        return html`<sb-restock-page .loan=${loan}></sb-restock-page>`;
      default:
        return html`<sb-loan-detail .loan=${loan} .person=${this.person}></sb-loan-detail>`;
    }
  }

  private take(loan: Loan): void {
    const known = this.loan.answer;
    if (known && known.version > loan.version) return;
    this.loan.answer = loan;
    this.requestUpdate();
  }

  static override styles = [controlStyles, listStyles, loanStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-loan-view': LoanView;
  }

  interface GlobalEventHandlersEventMap {
    loan: CustomEvent<Loan>;
  }
}

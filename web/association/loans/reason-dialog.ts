import { localized, msg } from '@lit/localize';
import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Loan } from '../../../server/api/contract/lending/loans.ts';
import { call } from '../../client/api.ts';
import { LoanDialog, type LoanQuestion } from './loan-dialog.ts';

/** The end of a loan that will not happen: declined, cancelled, nobody came. Asks why, for the school and the history. Fires `close`. */
@customElement('sb-reason-dialog')
@localized()
export class ReasonDialog extends LoanDialog {
  @property() what: 'cancel' | 'no-show' | 'decline' = 'cancel';

  protected override question(): LoanQuestion {
    const { heading, words, go } = this.words();
    return {
      heading,
      fields: html`<p>${words}</p>
        <div class="field">
          <label for="reason">${msg('Grund')}</label>
          <input
            id="reason"
            name="reason"
            maxlength="200"
            autocomplete="off"
            data-test="reason"
            ?required=${this.what === 'decline'}
          />
          <p class="hint">${msg('Die Schule liest ihn bei ihrer Leihe.')}</p>
        </div>`,
      go,
      goTest: 'reason-go',
      danger: true,
    };
  }

  private words() {
    if (this.what === 'decline')
      return {
        heading: msg('Anfrage ablehnen?'),
        words: msg('Die Anfrage ist damit zu Ende. Die Schule kann eine neue stellen.'),
        go: msg('Ablehnen'),
      };
    if (this.what === 'no-show')
      return {
        heading: msg('Niemand hat abgeholt?'),
        words: msg(
          'Die Leihe ist damit zu Ende und alles wieder frei. Was gepackt ist, gehört zurück ins Regal.',
        ),
        go: msg('Nicht abgeholt'),
      };
    return {
      heading: msg('Leihe stornieren?'),
      words: msg('Alle Reservierungen werden frei. Das lässt sich nicht zurücknehmen.'),
      go: msg('Stornieren'),
    };
  }

  protected override step(form: FormData): Promise<Loan> {
    const { id: loanId, version } = this.loan;
    const reason = String(form.get('reason') ?? '').trim();
    return this.what === 'decline'
      ? call('declineLoan', { loanId }, { version, reason })
      : call('cancelLoan', { loanId }, { version, reason, noShow: this.what === 'no-show' });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-reason-dialog': ReasonDialog;
  }
}

import { localized, msg } from '@lit/localize';
import { html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import '../../ui/dialog-frame.ts';
import '../../ui/problem-note.ts';
import type { Loan } from '../../../server/api/contract/lending/loans.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { listStyles } from '../list-styles.ts';
import { LoanStepping } from './loan-step.ts';
import { loanStyles } from './loan-styles.ts';

/** The end of a loan that will not happen: declined, cancelled, nobody came. Asks why, for the school and the history. Fires `close`. */
@customElement('sb-reason-dialog')
@localized()
export class ReasonDialog extends LitElement {
  @property({ attribute: false }) loan!: Loan;
  @property() what: 'cancel' | 'no-show' | 'decline' = 'cancel';

  @query('input') private field!: HTMLInputElement;
  private readonly stepping = new LoanStepping(this);

  protected override render() {
    const { heading, words, go } = this.words();
    return html`<sb-dialog-frame open .heading=${heading} @close=${this.onClose}>
      <form @submit=${this.onSubmit}>
        <p>${words}</p>
        <div class="field">
          <label for="reason">${msg('Grund')}</label>
          <input id="reason" maxlength="200" autocomplete="off" data-test="reason" ?required=${this.what === 'decline'} />
          <p class="hint">${msg('Die Schule liest ihn bei ihrer Leihe.')}</p>
        </div>
        <sb-problem-note .problem=${this.stepping.problem}></sb-problem-note>
        <div class="choices">
          <button class="button" type="button" @click=${this.onClose}>${msg('Zurück')}</button>
          <button class="button danger" data-test="reason-go" ?disabled=${this.stepping.busy}>${go}</button>
        </div>
      </form>
    </sb-dialog-frame>`;
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

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { id: loanId, version } = this.loan;
    const reason = this.field.value;
    const done = await this.stepping.do(() =>
      this.what === 'decline'
        ? call('declineLoan', { loanId }, { version, reason })
        : call('cancelLoan', { loanId }, { version, reason, noShow: this.what === 'no-show' }),
    );
    if (done) this.onClose();
  }

  private onClose(): void {
    this.dispatchEvent(new Event('close'));
  }

  static override styles = [controlStyles, listStyles, loanStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-reason-dialog': ReasonDialog;
  }
}

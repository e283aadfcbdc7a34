import { localized, msg } from '@lit/localize';
import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Loan } from '../../../server/api/contract/lending/loans.ts';
import { call } from '../../client/api.ts';
import { LoanDialog, type LoanQuestion } from './loan-dialog.ts';

/** What was asked for, put right: contact, children, wishes, the association's note. Fires `close`. */
@customElement('sb-change-dialog')
@localized()
export class ChangeDialog extends LoanDialog {
  protected override question(): LoanQuestion {
    const { loan } = this;
    return {
      heading: msg('Angaben ändern'),
      fields: html`<div class="field">
          <label for="contactName">${msg('Kontakt an der Schule')}</label>
          <input id="contactName" name="contactName" required maxlength="120" .value=${loan.contactName} />
        </div>
        <div class="pair">
          <div class="field">
            <label for="contactEmail">${msg('E-Mail')}</label>
            <input id="contactEmail" name="contactEmail" type="email" maxlength="200" .value=${loan.contactEmail} />
          </div>
          <div class="field">
            <label for="contactPhone">${msg('Telefon')}</label>
            <input id="contactPhone" name="contactPhone" type="tel" maxlength="200" .value=${loan.contactPhone} />
          </div>
        </div>
        <div class="field">
          <label for="pupils">${msg('Wie viele Kinder?')}</label>
          <input id="pupils" name="pupils" type="number" min="1" max="2000" required .value=${String(loan.pupils)} />
        </div>
        <div class="field">
          <label for="wish">${msg('Wünsche')}</label>
          <textarea id="wish" name="wish" maxlength="4000" .value=${loan.wish}></textarea>
        </div>
        <div class="field">
          <label for="note">${msg('Notiz des Vereins')}</label>
          <textarea id="note" name="note" maxlength="4000" data-test="change-note" .value=${loan.note}></textarea>
        </div>`,
      go: msg('Speichern'),
      goTest: 'change-go',
    };
  }

  protected override step(form: FormData): Promise<Loan> {
    const { id: loanId, version } = this.loan;
    const text = (name: string) => String(form.get(name) ?? '').trim();
    return call(
      'changeLoan',
      { loanId },
      {
        version,
        contactName: text('contactName'),
        contactEmail: text('contactEmail'),
        contactPhone: text('contactPhone'),
        pupils: Number(text('pupils')),
        wish: text('wish'),
        note: text('note'),
      },
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-change-dialog': ChangeDialog;
  }
}

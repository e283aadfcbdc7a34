import { localized, msg } from '@lit/localize';
import { html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../ui/dialog-frame.ts';
import '../../ui/problem-note.ts';
import type { Loan } from '../../../server/api/contract/lending/loans.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { listStyles } from '../list-styles.ts';
import { LoanStepping } from './loan-step.ts';
import { loanStyles } from './loan-styles.ts';

/** What was asked for, put right: contact, children, wishes, the association's note. Fires `close`. */
@customElement('sb-change-dialog')
@localized()
export class ChangeDialog extends LitElement {
  @property({ attribute: false }) loan!: Loan;

  private readonly stepping = new LoanStepping(this);

  protected override render() {
    const { loan } = this;
    return html`<sb-dialog-frame open heading=${msg('Angaben ändern')} @close=${this.onClose}>
      <form @submit=${this.onSubmit}>
        <div class="field">
          <label for="contactName">${msg('Kontakt an der Schule')}</label>
          <input id="contactName" name="contactName" required maxlength="120" .value=${loan.contactName} />
        </div>
        <div class="field">
          <label for="contactEmail">${msg('E-Mail')}</label>
          <input id="contactEmail" name="contactEmail" type="email" maxlength="200" .value=${loan.contactEmail} />
        </div>
        <div class="field">
          <label for="contactPhone">${msg('Telefon')}</label>
          <input id="contactPhone" name="contactPhone" type="tel" maxlength="200" .value=${loan.contactPhone} />
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
        </div>
        <sb-problem-note .problem=${this.stepping.problem}></sb-problem-note>
        <div class="choices">
          <button class="button" type="button" @click=${this.onClose}>${msg('Zurück')}</button>
          <button class="button primary" data-test="change-go" ?disabled=${this.stepping.busy}>${msg('Speichern')}</button>
        </div>
      </form>
    </sb-dialog-frame>`;
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const done = await this.stepping.do(() =>
      call(
        'changeLoan',
        { loanId: this.loan.id },
        {
          version: this.loan.version,
          contactName: text('contactName'),
          contactEmail: text('contactEmail'),
          contactPhone: text('contactPhone'),
          pupils: Number(text('pupils')),
          wish: text('wish'),
          note: text('note'),
        },
      ),
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
    'sb-change-dialog': ChangeDialog;
  }
}

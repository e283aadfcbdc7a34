import { localized, msg } from '@lit/localize';
import { html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../ui/dialog-frame.ts';
import '../../ui/problem-note.ts';
import type { Loan } from '../../../server/api/contract/lending/loans.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { listStyles } from '../list-styles.ts';
import { LoanStepping } from './loan-step.ts';
import { loanStyles } from './loan-styles.ts';

/** What was missing and turned up again. Fires `close`. */
@customElement('sb-found-dialog')
@localized()
export class FoundDialog extends LitElement {
  @property({ attribute: false }) loan!: Loan;

  private readonly stepping = new LoanStepping(this);

  protected override render() {
    const missing = this.loan.itemList.filter(({ state }) => state === 'missing');
    return html`<sb-dialog-frame open heading=${msg('Was ist wieder da?')} @close=${this.onClose}>
      <form>
        <ul class="plain">
          ${missing.map(
            (item) => html`<li class="row spread">
              <span><span class="code">${item.asset.code}</span> ${item.asset.name}</span>
              <button
                class="button"
                type="button"
                data-test="found"
                ?disabled=${this.stepping.busy}
                @click=${() => this.stepping.do(() => call('undoReturn', { loanId: this.loan.id }, { itemId: item.id, state: 'back' }))}
              >
                ${lineIcon('check')}${msg('Ist da')}
              </button>
            </li>`,
          )}
        </ul>
        ${missing.length === 0 ? html`<p role="status">${msg('Nichts fehlt mehr.')}</p>` : ''}
        <sb-problem-note .problem=${this.stepping.problem}></sb-problem-note>
        <div class="choices">
          <button class="button primary" type="button" @click=${this.onClose}>${msg('Fertig')}</button>
        </div>
      </form>
    </sb-dialog-frame>`;
  }

  private onClose(): void {
    this.dispatchEvent(new Event('close'));
  }

  static override styles = [controlStyles, listStyles, loanStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-found-dialog': FoundDialog;
  }
}

import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../ui/dialog-frame.ts';
import '../../ui/problem-note.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import type { Loan } from '../../../server/api/contract/lending/loans.ts';
import { call } from '../../client/api.ts';
import { dateLocale } from '../../locales/locale.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { formStyles } from '../../ui/form-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { Sending } from '../../ui/sending.ts';
import { tellLoan } from './loan-step.ts';

/** Says that a loan names nobody any more; or lets admins delete names, papers and texts of one that is over before its time. Fires `loan`. */
@customElement('sb-erase-loan')
@localized()
export class EraseLoan extends LitElement {
  @property({ attribute: false }) loan!: Loan;
  @property({ attribute: false }) person: PersonView | null = null;
  @state() private asking = false;
  private readonly sending = new Sending(this);

  protected override render() {
    const { erasedAt } = this.loan;
    if (erasedAt !== null) {
      const day = new Date(erasedAt).toLocaleDateString(dateLocale(), { dateStyle: 'long' });
      return html`<p class="row" data-test="loan-erased">
        ${lineIcon('shield')}<span>${msg('Namen, Papiere und Texte sind gelöscht seit:')} ${day}</span>
      </p>`;
    }
    if (this.person?.duty !== 'admin' || !isOver(this.loan)) return nothing;
    return html`<button
        class="button quiet"
        type="button"
        data-test="erase-loan"
        @click=${() => {
          this.asking = true;
        }}
      >
        ${lendingIcon('trash-2')}${msg('Namen und Papiere löschen')}
      </button>
      ${this.asking ? this.renderDialog() : nothing}`;
  }

  private renderDialog() {
    return html`<sb-dialog-frame open .heading=${msg('Jetzt schon löschen?')} @close=${this.close}>
      <div class="words">
        <p>
          ${msg('Kontakt, Unterschriften, Verträge, Erinnerungen, Fotos der Leihe und alle Texte im Verlauf gehen verloren. Schule, Zeit, Zahlen und Dinge bleiben.')}
        </p>
        <p>
          ${msg('Meist ist es besser zu warten: Bis zur Frist belegen die Papiere, was ausgeliehen, beschädigt oder verloren war. Der Server löscht sie dann von selbst.')}
        </p>
        <sb-problem-note .problem=${this.sending.problem}></sb-problem-note>
        <div class="choices">
          <button class="button" type="button" @click=${this.close}>${msg('Behalten')}</button>
          <button class="button danger" type="button" data-test="erase-loan-go" ?disabled=${this.sending.busy} @click=${this.erase}>
            ${lendingIcon('trash-2')}${msg('Endgültig löschen')}
          </button>
        </div>
      </div>
    </sb-dialog-frame>`;
  }

  private close(): void {
    this.asking = false;
    this.sending.forget();
  }

  private async erase(): Promise<void> {
    const { id: loanId, version } = this.loan;
    const done = await this.sending.do(async () => {
      tellLoan(this, await call('eraseLoan', { loanId }, { version }));
    });
    if (done) this.asking = false;
  }

  static override styles = [
    controlStyles,
    formStyles,
    css`
      :host {
        display: block;
      }

      .words {
        display: grid;
        gap: var(--sb-space-4);
      }

      p.row {
        flex-wrap: nowrap;
        align-items: flex-start;
      }
    `,
  ];
}

/** As the server has it: a donation is over once it is given. */
function isOver({ kind, state }: Loan): boolean {
  if (kind === 'donation' && state === 'out') return true;
  return state === 'closed' || state === 'declined' || state === 'cancelled' || state === 'no-show';
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-erase-loan': EraseLoan;
  }
}

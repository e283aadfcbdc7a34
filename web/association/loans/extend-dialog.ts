import { localized, msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Loan } from '../../../server/api/contract/lending/loans.ts';
import { call } from '../../client/api.ts';
import { LoanDialog, type LoanQuestion } from './loan-dialog.ts';
import { fromLocalText, localText } from './local-moment.ts';

/** Another time for a loan: all of it before it is out, then its end alone. The server says where another loan stands in the way. Fires `close`. */
@customElement('sb-extend-dialog')
@localized()
export class ExtendDialog extends LoanDialog {
  @state() private starts = '';
  @state() private ends = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.starts = localText(this.loan.startsAt);
    this.ends = localText(this.loan.endsAt);
  }

  protected override question(): LoanQuestion {
    const out = this.loan.state === 'out';
    return {
      heading: out ? msg('Verlängern') : msg('Verschieben'),
      fields: html`${
        out
          ? nothing
          : this.renderMoment('starts', msg('Übergabe'), this.starts, (text) => {
              this.starts = text;
            })
      }
        ${this.renderMoment('ends', msg('Rückgabe'), this.ends, (text) => {
          this.ends = text;
        })}
        ${out ? this.renderWeeks() : nothing}`,
      go: msg('Speichern'),
      goTest: 'extend-go',
      incomplete: fromLocalText(this.starts) === null || fromLocalText(this.ends) === null,
    };
  }

  private renderMoment(id: 'starts' | 'ends', label: string, value: string, set: (text: string) => void) {
    return html`<div class="field">
      <label for=${id}>${label}</label>
      <input
        id=${id}
        type="datetime-local"
        required
        data-test="extend-${id}"
        .value=${value}
        @change=${(event: Event) => set((event.target as HTMLInputElement).value)}
      />
    </div>`;
  }

  private renderWeeks() {
    return html`<div class="row">
      ${[7, 14, 28].map(
        (
          days,
        ) => html`<button class="button" type="button" data-test="extend-${days}" @click=${() => this.later(days)}>
          ${days === 7 ? msg('+ 1 Woche') : days === 14 ? msg('+ 2 Wochen') : msg('+ 4 Wochen')}
        </button>`,
      )}
    </div>`;
  }

  private later(days: number): void {
    const end = new Date(this.loan.endsAt);
    end.setDate(end.getDate() + days);
    this.ends = localText(end.getTime());
  }

  protected override step(): Promise<Loan> | null {
    const { id: loanId, version, state } = this.loan;
    const startsAt = fromLocalText(this.starts);
    const endsAt = fromLocalText(this.ends);
    if (startsAt === null || endsAt === null) return null;
    return call(
      'extendLoan',
      { loanId },
      state === 'out' ? { version, endsAt } : { version, startsAt, endsAt },
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-extend-dialog': ExtendDialog;
  }
}

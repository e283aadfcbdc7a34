import { localized, msg } from '@lit/localize';
import { html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../ui/dialog-frame.ts';
import '../../ui/problem-note.ts';
import type { Loan } from '../../../server/api/contract/lending/loans.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { listStyles } from '../list-styles.ts';
import { LoanStepping } from './loan-step.ts';
import { loanStyles } from './loan-styles.ts';
import { fromLocalText, localText } from './local-moment.ts';

/** Another time for a loan: all of it before it is out, then its end alone. The server says where another loan stands in the way. Fires `close`. */
@customElement('sb-extend-dialog')
@localized()
export class ExtendDialog extends LitElement {
  @property({ attribute: false }) loan!: Loan;

  @state() private starts = '';
  @state() private ends = '';
  private readonly stepping = new LoanStepping(this);

  override connectedCallback(): void {
    super.connectedCallback();
    this.starts = localText(this.loan.startsAt);
    this.ends = localText(this.loan.endsAt);
  }

  protected override render() {
    const out = this.loan.state === 'out';
    return html`<sb-dialog-frame open .heading=${out ? msg('Verlängern') : msg('Verschieben')} @close=${this.onClose}>
      <form @submit=${this.onSubmit}>
        ${
          out
            ? ''
            : html`<div class="field">
                <label for="starts">${msg('Übergabe')}</label>
                <input
                  id="starts"
                  type="datetime-local"
                  required
                  data-test="extend-starts"
                  .value=${this.starts}
                  @change=${(event: Event) => {
                    this.starts = (event.target as HTMLInputElement).value;
                  }}
                />
              </div>`
        }
        <div class="field">
          <label for="ends">${msg('Rückgabe')}</label>
          <input
            id="ends"
            type="datetime-local"
            required
            data-test="extend-ends"
            .value=${this.ends}
            @change=${(event: Event) => {
              this.ends = (event.target as HTMLInputElement).value;
            }}
          />
        </div>
        ${
          out
            ? html`<div class="row">
                ${[7, 14, 28].map(
                  (days) => html`<button class="button" type="button" @click=${() => this.later(days)}>
                    ${days === 7 ? msg('+ 1 Woche') : days === 14 ? msg('+ 2 Wochen') : msg('+ 4 Wochen')}
                  </button>`,
                )}
              </div>`
            : ''
        }
        <sb-problem-note .problem=${this.stepping.problem}></sb-problem-note>
        <div class="choices">
          <button class="button" type="button" @click=${this.onClose}>${msg('Zurück')}</button>
          <button class="button primary" data-test="extend-go" ?disabled=${this.stepping.busy}>${msg('Speichern')}</button>
        </div>
      </form>
    </sb-dialog-frame>`;
  }

  private later(days: number): void {
    const end = new Date(this.loan.endsAt);
    end.setDate(end.getDate() + days);
    this.ends = localText(end.getTime());
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { id: loanId, version, state } = this.loan;
    const startsAt = fromLocalText(this.starts);
    const endsAt = fromLocalText(this.ends);
    if (startsAt === null || endsAt === null) return;
    const body = state === 'out' ? { version, endsAt } : { version, startsAt, endsAt };
    if (await this.stepping.do(() => call('extendLoan', { loanId }, body))) this.onClose();
  }

  private onClose(): void {
    this.dispatchEvent(new Event('close'));
  }

  static override styles = [controlStyles, listStyles, loanStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-extend-dialog': ExtendDialog;
  }
}

import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../school-select.ts';
import '../../teacher/loans/request-fields.ts';
import '../../ui/problem-note.ts';
import type { Problem } from '../../../device/contract/problem.ts';
import type { Loan, LoanKind } from '../../../server/api/contract/lending/loans.ts';
import { call } from '../../client/api.ts';
import type { RequestFields } from '../../teacher/loans/request-fields.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { problemOf } from '../../ui/problem-text.ts';
import { Sending } from '../../ui/sending.ts';
import type { SchoolSelect } from '../school-select.ts';
import { loanAddress } from './loan-place.ts';
import { loanStyles } from './loan-styles.ts';

/** The association enters what a school asked for by telephone, or what it gives to a school for good. */
@customElement('sb-loan-form')
@localized()
export class LoanForm extends LitElement {
  /** What is to be reserved at once; null: nothing. */
  @property({ attribute: false }) assetId: string | null = null;

  @state() private kind: LoanKind = 'loan';
  /** Entered, but what was to be reserved at once is not. */
  @state() private unreserved: { readonly loan: Loan; readonly problem: Problem } | null = null;
  private readonly sending = new Sending(this);
  @query('sb-request-fields') private fields!: RequestFields;
  @query('sb-school-select') private school!: SchoolSelect;
  @query('#note') private note!: HTMLTextAreaElement;

  protected override render() {
    if (this.unreserved) return this.renderUnreserved(this.unreserved.loan, this.unreserved.problem);
    return html`<a class="back" href="#loans">${lineIcon('arrow-left')}${msg('Alle Leihen')}</a>
      <h1>${msg('Anfrage oder Spende eintragen')}</h1>
      <form class="panel block" @submit=${this.onSubmit}>
        <fieldset class="row">
          <legend class="visually-hidden">${msg('Leihe oder Spende')}</legend>
          ${this.renderKind('loan', msg('Leihe'), msg('kommt zurück'))}
          ${this.renderKind('donation', msg('Spende'), msg('bleibt für immer an der Schule'))}
        </fieldset>
        <sb-school-select></sb-school-select>
        <sb-request-fields ?donation=${this.kind === 'donation'}></sb-request-fields>
        <div class="field">
          <label for="note">${msg('Notiz des Vereins')}</label>
          <textarea id="note" maxlength="4000" data-test="loan-note"></textarea>
        </div>
        <sb-problem-note .problem=${this.sending.problem}></sb-problem-note>
        <div class="row">
          <button class="button primary big" data-test="loan-add" ?disabled=${this.sending.busy}>
            ${lineIcon('check')}${this.assetId ? msg('Eintragen und reservieren') : msg('Eintragen')}
          </button>
        </div>
      </form>`;
  }

  private renderUnreserved({ id, number }: Loan, problem: Problem) {
    return html`<h1>${msg(str`${number} ist eingetragen, aber noch nicht reserviert`)}</h1>
      <sb-problem-note .problem=${problem}></sb-problem-note>
      <div class="row">
        <a class="button primary big" href=${loanAddress(id, 'reserve')} data-test="choose-others">
          ${lendingIcon('calendar-days')}${msg('Andere Kits wählen')}
        </a>
        <a class="button" href=${loanAddress(id)}>${msg('Zur Anfrage')}</a>
      </div>`;
  }

  private renderKind(kind: LoanKind, name: string, words: string) {
    return html`<label class="kind">
      <input
        type="radio"
        name="kind"
        data-test="kind-${kind}"
        .checked=${this.kind === kind}
        @change=${() => {
          this.kind = kind;
        }}
      />
      ${kind === 'loan' ? lendingIcon('handshake') : lendingIcon('gift')}
      <span><strong>${name}</strong><br /><span class="quiet-text">${words}</span></span>
    </label>`;
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const wanted = this.fields.read();
    const schoolId = this.school.value;
    if (!wanted || !schoolId) return;
    await this.sending.do(async () => {
      const loan = await call('addLoan', {}, { ...wanted, kind: this.kind, schoolId, note: this.note.value });
      const problem = await this.reserve(loan);
      if (problem) this.unreserved = { loan, problem };
      else location.hash = loanAddress(loan.id);
    });
  }

  /** What can't be reserved is a request all the same. */
  private async reserve({ id: loanId, version }: Loan): Promise<Problem | null> {
    if (!this.assetId) return null;
    try {
      await call('reserveLoan', { loanId }, { version, assetIds: [this.assetId] });
      return null;
    } catch (error) {
      return problemOf(error);
    }
  }

  static override styles = [
    controlStyles,
    loanStyles,
    css`
      :host {
        display: grid;
        gap: var(--sb-space-4);
        max-width: 56rem;
      }

      fieldset {
        margin: 0;
        padding: 0;
        border: none;
      }

      form {
        gap: var(--sb-space-6);
      }

      .kind {
        display: flex;
        flex: 1 1 14rem;
        align-items: center;
        gap: var(--sb-space-3);
        padding: var(--sb-space-3);
        border: 1.5px solid var(--sb-line);
        border-radius: var(--sb-radius);
        cursor: pointer;
      }

      .kind:has(:checked) {
        border-color: var(--sb-action);
        background: var(--sb-action-soft);
      }

      .kind input {
        width: 1.4rem;
        min-height: 1.4rem;
        accent-color: var(--sb-action);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-loan-form': LoanForm;
  }
}

import { msg } from '@lit/localize';
import { type CSSResultGroup, html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import '../../ui/dialog-frame.ts';
import '../../ui/problem-note.ts';
import type { Problem } from '../../../device/contract/problem.ts';
import type { Loan } from '../../../server/api/contract/lending/loans.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { listStyles } from '../list-styles.ts';
import { LoanStepping } from './loan-step.ts';
import { loanStyles } from './loan-styles.ts';

/** What a dialog asks and what its button says. */
export interface LoanQuestion {
  readonly heading: string;
  readonly fields: TemplateResult;
  readonly go: string;
  /** How tests find the button. */
  readonly goTest: string;
  /** Something is lost by it. */
  readonly danger?: boolean;
  /** The button waits for an answer. */
  readonly incomplete?: boolean;
  /** Why the question can't be asked. */
  readonly problem?: Problem | null;
}

/** A question about a loan with one step as its answer: closes when the step is done, else says why not. Fires `close`. */
export abstract class LoanDialog extends LitElement {
  @property({ attribute: false }) loan!: Loan;

  private readonly stepping = new LoanStepping(this);

  protected abstract question(): LoanQuestion;

  /** The step that the form stands for; null: it is not filled in. */
  protected abstract step(form: FormData): Promise<Loan> | null;

  protected override render() {
    const { heading, fields, go, goTest, danger, incomplete, problem } = this.question();
    return html`<sb-dialog-frame open .heading=${heading} @close=${this.onClose}>
      <form @submit=${this.onSubmit}>
        ${fields}
        <sb-problem-note .problem=${problem ?? this.stepping.problem}></sb-problem-note>
        <div class="choices">
          <button class="button" type="button" @click=${this.onClose}>${msg('Zurück')}</button>
          <button
            class="button ${danger ? 'danger' : 'primary'}"
            data-test=${goTest}
            ?disabled=${this.stepping.busy || incomplete === true}
          >
            ${go}
          </button>
        </div>
      </form>
    </sb-dialog-frame>`;
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const step = () => this.step(form);
    const done = await this.stepping.do(async () => (await step()) ?? this.loan);
    if (done) this.onClose();
  }

  private onClose(): void {
    this.dispatchEvent(new Event('close'));
  }

  static override styles: CSSResultGroup = [controlStyles, listStyles, loanStyles];
}

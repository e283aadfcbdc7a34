import type { ReactiveControllerHost } from 'lit';
import type { Problem } from '../../../device/contract/problem.ts';
import type { Loan } from '../../../server/api/contract/lending/loans.ts';
import { Sending } from '../../ui/sending.ts';

/** One step at a time with a loan: whether it is on its way, why it was refused; the loan's page hears how the loan is then. */
export class LoanStepping {
  readonly #host: ReactiveControllerHost & EventTarget;
  readonly #sending: Sending;

  constructor(host: ReactiveControllerHost & EventTarget) {
    this.#host = host;
    this.#sending = new Sending(host);
  }

  get busy(): boolean {
    return this.#sending.busy;
  }

  get problem(): Problem | null {
    return this.#sending.problem;
  }

  /** Does the step unless another is on its way; null: it was not done, `problem` says why. */
  async do(step: () => Promise<Loan>): Promise<Loan | null> {
    if (this.busy) return null;
    let loan: Loan | null = null;
    const done = await this.#sending.do(async () => {
      loan = await step();
      tellLoan(this.#host, loan);
    });
    // Somebody else may have been quicker: the page shows how it is now.
    if (!done) this.#host.dispatchEvent(new Event('loan-doubt', { bubbles: true, composed: true }));
    return loan;
  }
}

/** Tells the loan's page how the loan is now. */
export function tellLoan(from: EventTarget, loan: Loan): void {
  from.dispatchEvent(new CustomEvent<Loan>('loan', { detail: loan, bubbles: true, composed: true }));
}

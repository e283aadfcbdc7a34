import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Problem } from '../../../device/contract/problem.ts';
import type { Loan } from '../../../server/api/contract/lending/loans.ts';
import { problemOf } from '../../ui/problem-text.ts';

/** One step at a time with a loan: whether it is on its way, why it was refused; the loan's page hears how the loan is then. */
export class LoanStepping implements ReactiveController {
  busy = false;
  problem: Problem | null = null;
  readonly #host: ReactiveControllerHost & EventTarget;

  constructor(host: ReactiveControllerHost & EventTarget) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  /** Does the step unless another is on its way; null: it was not done, `problem` says why. */
  async do(step: () => Promise<Loan>): Promise<Loan | null> {
    if (this.busy) return null;
    this.busy = true;
    this.problem = null;
    this.#host.requestUpdate();
    try {
      const loan = await step();
      tellLoan(this.#host, loan);
      return loan;
    } catch (error) {
      this.problem = problemOf(error);
      // Somebody else may have been quicker: the page shows how it is now.
      this.#host.dispatchEvent(new Event('loan-doubt', { bubbles: true, composed: true }));
      return null;
    } finally {
      this.busy = false;
      this.#host.requestUpdate();
    }
  }
}

/** Tells the loan's page how the loan is now. */
export function tellLoan(from: EventTarget, loan: Loan): void {
  from.dispatchEvent(new CustomEvent<Loan>('loan', { detail: loan, bubbles: true, composed: true }));
}

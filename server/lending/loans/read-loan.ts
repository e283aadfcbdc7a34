import type { Loan } from '../../api/contract/lending/loans.ts';
import type { LendingDatabase } from '../interface.ts';

/** One loan with everything in it; undefined when there is none. What may be done with it is told for staff of logistics. */
export async function readLoan(
  _db: LendingDatabase,
  _loanId: string,
  _now: number,
): Promise<Loan | undefined> {
  return undefined;
}

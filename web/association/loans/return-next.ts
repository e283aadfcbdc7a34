import type { Loan } from '../../../server/api/contract/lending/loans.ts';

/** What is next at a return: see what came, count the parts, sign, put into the shelf; null: it is not at its return. */
export type ReturnNext = 'things' | 'parts' | 'signing' | 'shelf';

export function returnNext(loan: Pick<Loan, 'state' | 'parts' | 'papers'>): ReturnNext | null {
  if (loan.state === 'out') return 'things';
  if (loan.state !== 'returned') return null;
  if (loan.papers.some(({ kind }) => kind === 'return')) return 'shelf';
  return loan.parts.some(({ back }) => back === null) ? 'parts' : 'signing';
}

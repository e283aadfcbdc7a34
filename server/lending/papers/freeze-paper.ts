import type { PaperKind } from '../../api/contract/lending/papers.ts';
import type { Signatures } from '../../api/contract/lending/signatures.ts';
import type { LendingContext, LendingDatabase } from '../interface.ts';

export interface NewPaper {
  readonly loanId: string;
  readonly kind: PaperKind;
  readonly signatures: Signatures;
  readonly remarks: string;
  /** Who saw to it, a person's id. */
  readonly by: string;
}

/**
 * Freezes a paper as the loan is now, within the transaction that makes the step: the paper and the step are both kept,
 * or neither.
 *
 * @returns the paper's id.
 */
export async function freezePaper(
  _transaction: LendingDatabase,
  _context: Pick<LendingContext, 'newId' | 'now'>,
  _paper: NewPaper,
): Promise<string> {
  return '';
}

import type { PaperKind } from '../../api/contract/lending/papers.ts';
import type { Signatures } from '../../api/contract/lending/signatures.ts';
import { record } from '../history/record.ts';
import type { LendingContext, LendingDatabase } from '../interface.ts';
import { loanUnknown } from '../loans/rights.ts';
import { gatherPaper } from './gather-paper.ts';
import { paperPdf, paperTitle } from './pdf/paper-pdf.ts';

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
 * or neither. Texts that are changed later leave it as it is.
 *
 * @returns the paper's id.
 * @throws HttpProblem `loan-unknown`.
 */
export async function freezePaper(
  transaction: LendingDatabase,
  context: Pick<LendingContext, 'newId' | 'now'>,
  paper: NewPaper,
): Promise<string> {
  const { loanId, kind, signatures, remarks, by } = paper;
  const now = context.now();
  const gathered = await gatherPaper(transaction, { loanId, kind, remarks, now });
  if (!gathered) throw loanUnknown();
  const { content, templateVersion } = gathered;
  const { pdf } = await paperPdf(content, signatures, { draft: false });
  const id = context.newId();
  await transaction
    .insertInto('paper')
    .values({
      id,
      loan_id: loanId,
      kind,
      template_version: templateVersion,
      frozen: JSON.stringify(content),
      signatures: JSON.stringify(signatures),
      pdf,
      at: now,
      mailed_to: null,
      mailed_at: null,
    })
    .execute();
  const title = `${paperTitle(content)} ${content.number}`;
  await record(transaction, {
    id: context.newId(),
    at: now,
    by,
    kind: 'paper.frozen',
    loanId,
    de: `${title} festgehalten`,
    en: `${title} frozen`,
    facts: { paperId: id, paper: kind },
  });
  return id;
}

import { refusal } from '../../api/http-problem.ts';
import type { LendingDatabase } from '../interface.ts';
import type { PaperContent } from './paper-content.ts';
import { paperTitle } from './pdf/paper-pdf.ts';

/** A frozen paper with what its loan says of who may see it and who gets it. */
export interface StoredPaper {
  readonly id: string;
  readonly loanId: string;
  readonly schoolId: string;
  readonly content: PaperContent;
  readonly pdf: Uint8Array;
  /** `Leihvertrag 2026-014.pdf`. */
  readonly fileName: string;
}

/** @throws HttpProblem `paper-unknown`. */
export async function readPaper(db: LendingDatabase, paperId: string): Promise<StoredPaper> {
  const row = await db
    .selectFrom('paper')
    .innerJoin('loan', 'loan.id', 'paper.loan_id')
    .select(['paper.id', 'paper.loan_id', 'loan.school_id', 'paper.frozen', 'paper.pdf'])
    .where('paper.id', '=', paperId)
    .executeTakeFirst();
  if (!row) throw paperUnknown();
  // Written by `freezePaper` and never changed.
  const content = JSON.parse(row.frozen) as PaperContent;
  return {
    id: row.id,
    loanId: row.loan_id,
    schoolId: row.school_id,
    content,
    pdf: row.pdf,
    fileName: `${paperTitle(content)} ${content.number}.pdf`,
  };
}

export function paperUnknown() {
  return refusal(
    404,
    'paper-unknown',
    'Dieses Papier gibt es nicht. Öffnen Sie die Leihe neu.',
    'There is no such paper. Please open the loan again.',
  );
}

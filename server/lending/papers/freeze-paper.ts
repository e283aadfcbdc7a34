import type { Loan } from '../../api/contract/lending/loans.ts';
import type { PaperKind } from '../../api/contract/lending/papers.ts';
import type { Signatures } from '../../api/contract/lending/signatures.ts';
import { record } from '../history/record.ts';
import type { LendingContext, LendingDatabase } from '../interface.ts';
import { englishTitle } from './english-title.ts';
import { gatherPaper } from './gather-paper.ts';
import type { PaperContent } from './paper-content.ts';
import { paperPdf, paperTitle } from './pdf/paper-pdf.ts';

export interface NewPaper {
  readonly loanId: string;
  readonly kind: PaperKind;
  readonly signatures: Signatures;
  readonly remarks: string;
  /** ms since 1970. */
  readonly now: number;
  /** The loan as the step will leave it; left out: as it is. */
  readonly as?: (loan: Loan) => Loan;
}

/** A paper that is drawn, but not kept yet. */
export interface DrawnPaper {
  readonly loanId: string;
  readonly content: PaperContent;
  readonly templateVersion: number;
  readonly signatures: Signatures;
  readonly pdf: Uint8Array;
  /** Of the loan that it tells of: once the loan has another, this paper is waste. */
  readonly loanVersion: number;
}

/**
 * Draws a paper before the step that keeps it. Drawing takes a tenth of a second, in which the database should wait for
 * nobody.
 *
 * @returns undefined when there is no such loan.
 */
export async function drawPaper(db: LendingDatabase, paper: NewPaper): Promise<DrawnPaper | undefined> {
  const { loanId, signatures } = paper;
  const gathered = await gatherPaper(db, paper);
  if (!gathered) return undefined;
  const { pdf } = await paperPdf(gathered.content, signatures, { draft: false });
  return { loanId, signatures, pdf, ...gathered };
}

/**
 * Keeps a paper within the transaction that makes the step: the paper and the step are both kept, or neither. Texts that
 * are changed later leave it as it is. The caller has locked the loan, and seen that it has the version of the paper.
 *
 * @param by who saw to it, a person's id.
 * @returns the paper's id.
 */
export async function freezePaper(
  transaction: LendingDatabase,
  { newId }: Pick<LendingContext, 'newId'>,
  paper: DrawnPaper,
  { at, by }: { readonly at: number; readonly by: string },
): Promise<string> {
  const { loanId, content, templateVersion, signatures, pdf } = paper;
  const id = newId();
  await transaction
    .insertInto('paper')
    .values({
      id,
      loan_id: loanId,
      kind: content.kind,
      template_version: templateVersion,
      frozen: JSON.stringify(content),
      signatures: JSON.stringify(signatures),
      pdf,
      at,
      mailed_to: null,
      mailed_at: null,
    })
    .execute();
  const [de, en] = signedBy(signatures);
  await record(transaction, {
    id: newId(),
    at,
    by,
    kind: 'paper.frozen',
    loanId,
    de: `${paperTitle(content)} ${content.number} festgehalten${de}`,
    en: `${englishTitle(content)} ${content.number} kept${en}`,
    facts: { paperId: id, paper: content.kind },
  });
  return id;
}

/** Which side signed, without their names: those stand on the paper. */
function signedBy({ association, school }: Signatures): readonly [de: string, en: string] {
  if (association && school) return [', von beiden unterschrieben', ', signed by both'];
  if (school) return [', von der Schule unterschrieben', ', signed by the school'];
  if (association) return [', vom Verein unterschrieben', ', signed by the association'];
  return ['', ''];
}

import type { PersonView } from '../../api/contract/endpoints.ts';
import type { Loan } from '../../api/contract/lending/loans.ts';
import type { Signatures } from '../../api/contract/lending/signatures.ts';
import { refusal } from '../../api/http-problem.ts';
import type { LendingContext, LendingDatabase } from '../interface.ts';
import { drawPaper, freezePaper } from '../papers/freeze-paper.ts';
import { changeLoan, type LoanRow, loanChanged } from './change.ts';
import { loanUnknown } from './rights.ts';

/** So often the paper is drawn anew because somebody took more back meanwhile. */
const patience = 5;

/**
 * Freezes the record of the return as it is now; after a partial return there may be several.
 *
 * @throws HttpProblem `nothing-back`, and `loan-changed` where others change it all the time.
 */
export async function signReturn(
  context: LendingContext,
  call: { loanId: string; requestId: string; remarks: string; signatures: Signatures; person: PersonView },
): Promise<Loan> {
  for (let tried = 1; ; tried += 1) {
    const paper = await drawPaper(context.db, { ...call, kind: 'return', now: context.now() });
    if (!paper) throw loanUnknown();
    try {
      return await changeLoan(context, { ...call, step: null }, async ({ trx, loan, now, person }) => {
        await checkBack(trx, loan);
        if (paper.loanVersion !== loan.version) throw new ChangedMeanwhile();
        await freezePaper(trx, context, paper, { at: now, by: person.id });
      });
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error;
      if (tried >= patience) throw loanChanged();
    }
  }
}

/** The loan is another by now than the one that was drawn. */
class ChangedMeanwhile extends Error {}

async function checkBack(trx: LendingDatabase, loan: LoanRow): Promise<void> {
  const known = await trx
    .selectFrom('loan_item')
    .select('id')
    .where('loan_id', '=', loan.id)
    .where('state', 'in', ['back', 'damaged', 'missing'])
    .limit(1)
    .executeTakeFirst();
  if (!known || !['out', 'returned', 'closed'].includes(loan.state)) throw nothingBack();
}

function nothingBack(): Error {
  return refusal(
    409,
    'nothing-back',
    'Von dieser Leihe ist noch nichts zurück. Nehmen Sie zuerst etwas zurück.',
    'Nothing of this loan is back yet. Take something back first.',
  );
}

import type { PersonView } from '../../api/contract/endpoints.ts';
import type { Loan } from '../../api/contract/lending/loans.ts';
import type { Signatures } from '../../api/contract/lending/signatures.ts';
import { refusal } from '../../api/http-problem.ts';
import type { LendingContext } from '../interface.ts';
import { freezePaper } from '../papers/freeze-paper.ts';
import { changeLoan } from './change.ts';

/**
 * Freezes the record of the return as it is now; after a partial return there may be several.
 *
 * @throws HttpProblem `nothing-back`.
 */
export function signReturn(
  context: LendingContext,
  call: { loanId: string; requestId: string; remarks: string; signatures: Signatures; person: PersonView },
): Promise<Loan> {
  const { loanId, remarks, signatures, person } = call;
  return changeLoan(context, { ...call, step: null }, async ({ trx, loan, tell }) => {
    const known = await trx
      .selectFrom('loan_item')
      .select('id')
      .where('loan_id', '=', loanId)
      .where('state', 'in', ['back', 'damaged', 'missing'])
      .limit(1)
      .executeTakeFirst();
    if (!known || !['out', 'returned', 'closed'].includes(loan.state)) throw nothingBack();
    await freezePaper(trx, context, { loanId, kind: 'return', signatures, remarks, by: person.id });
    const by = signatures.school?.name;
    await tell(
      'return-signed',
      `Rückgabeprotokoll festgehalten${by ? `, unterschrieben von ${by}` : ''}`,
      `Record of the return kept${by ? `, signed by ${by}` : ''}`,
    );
  });
}

function nothingBack(): Error {
  return refusal(
    409,
    'nothing-back',
    'Von dieser Leihe ist noch nichts zurück. Nehmen Sie zuerst etwas zurück.',
    'Nothing of this loan is back yet. Take something back first.',
  );
}

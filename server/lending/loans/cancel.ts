import type { PersonView } from '../../api/contract/endpoints.ts';
import type { Loan } from '../../api/contract/lending/loans.ts';
import type { LendingContext } from '../interface.ts';
import { changeLoan } from './change.ts';

const words = {
  decline: ['declined', 'Anfrage abgelehnt', 'Request declined'],
  cancel: ['cancelled', 'Leihe storniert', 'Loan cancelled'],
  'no-show': ['no-show', 'Nicht abgeholt', 'Not picked up'],
} as const;

/** Ends a loan before it went out: everything in it is free again at once. */
export function endBefore(
  context: LendingContext,
  call: {
    loanId: string;
    version: number;
    reason: string;
    person: PersonView;
    step: keyof typeof words;
  },
): Promise<Loan> {
  return changeLoan(context, call, async ({ trx, now, finish, tell }) => {
    await trx
      .updateTable('loan_item')
      .set({ state: 'released', active: 0, back_at: now })
      .where('loan_id', '=', call.loanId)
      .where('active', '=', 1)
      .execute();
    await finish(true, { reason: call.reason });
    const [kind, de, en] = words[call.step];
    const why = call.reason && `: ${call.reason}`;
    await tell(kind, de + why, en + why);
  });
}

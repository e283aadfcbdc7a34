import type { PersonView } from '../../api/contract/endpoints.ts';
import type { Loan } from '../../api/contract/lending/loans.ts';
import { refusal } from '../../api/http-problem.ts';
import { codeOf } from '../assets/code.ts';
import { setCondition } from '../assets/lost-at.ts';
import type { LendingContext } from '../interface.ts';
import { changeLoan } from './change.ts';
import { moveDevices } from './device-moves.ts';
import { itemsWithCodes } from './hand-over.ts';
import { notOfLoan, settle, takeBack } from './return-items.ts';

/**
 * Puts a return right: the thing is out after all (refused when somebody else has it by now), or what was missing is found.
 *
 * @throws HttpProblem `not-in-loan`, `not-missing`, `loan-closed`, `already-lent`.
 */
export function undoReturn(
  context: LendingContext,
  call: { loanId: string; itemId: string; state: 'out' | 'back'; person: PersonView },
): Promise<Loan> {
  const { loanId, itemId, state } = call;
  return changeLoan(context, { ...call, step: 'reopen' }, async (change) => {
    const { trx, loan, now, tell } = change;
    const item = (await itemsWithCodes(trx, loanId)).find(({ id }) => id === itemId);
    if (!item) throw notOfLoan();
    const code = codeOf(item);
    if (state === 'back') {
      if (item.state !== 'missing') throw notMissing(code);
      const { kind, de, en } = await takeBack(change, item, {
        state: 'back',
        remark: item.remark,
        photoIds: JSON.parse(item.photo_ids),
      });
      await tell(kind, de, en, { assetId: item.asset_id });
      if (loan.state === 'closed') await change.finish(true);
      else await settle(change);
      return;
    }
    if (loan.state === 'closed') throw closed();
    if (item.state === 'out') {
      await settle(change);
      return;
    }
    await trx
      .updateTable('loan_item')
      .set({ state: 'out', active: 1, back_at: null })
      .where('id', '=', itemId)
      .execute();
    const caused = { damaged: 'repair', missing: 'lost' }[item.state as string];
    if (caused !== undefined && item.condition === caused)
      await setCondition(trx, [item.asset_id], 'usable', now);
    await moveDevices(trx, [item.asset_id], loan.school_id);
    await tell('item-out', `${code} ist doch noch draußen`, `${code} is still out after all`, {
      assetId: item.asset_id,
    });
    await settle(change);
  });
}

function notMissing(code: string): Error {
  return refusal(
    409,
    'not-missing',
    `${code} war nicht als fehlend vermerkt. Laden Sie die Seite neu.`,
    `${code} was not noted as missing. Please reload the page.`,
  );
}

function closed(): Error {
  return refusal(
    409,
    'loan-step-refused',
    'Die Leihe ist abgeschlossen; nichts davon ist mehr draußen. Legen Sie eine neue an, wenn die Schule es noch hat.',
    'The loan is closed; nothing of it is out any more. Enter a new one if the school still has it.',
  );
}

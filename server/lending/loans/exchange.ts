import type { PersonView } from '../../api/contract/endpoints.ts';
import type { Loan } from '../../api/contract/lending/loans.ts';
import { refusal } from '../../api/http-problem.ts';
import { codeOf } from '../assets/code.ts';
import { setCondition } from '../assets/lost-at.ts';
import type { LendingContext } from '../interface.ts';
import { changeLoan } from './change.ts';
import { moveDevices } from './device-moves.ts';
import { itemsWithCodes } from './hand-over.ts';
import { alreadyLent, conflicts } from './overlap.ts';
import { addItems, lendable, lockAssets } from './reserve.ts';
import { notOfLoan, partsAreGone } from './return-items.ts';

/**
 * Gives another thing for one that is out: the old one is free of the loan from now on, the new one takes its place until
 * the loan's end. How the old one is from now on is what staff say. Its counted parts stay to be counted, since it came
 * back with them; with a lost thing they are lost.
 *
 * @throws HttpProblem `not-out`, `has-things-inside`, `loan-overdue`, `already-lent`, and those of reserving.
 */
export function exchangeItem(
  context: LendingContext,
  call: {
    loanId: string;
    version: number;
    itemId: string;
    assetId: string;
    reason: string;
    condition: 'usable' | 'repair' | 'lost';
    photoIds?: readonly string[] | undefined;
    person: PersonView;
  },
): Promise<Loan> {
  const { loanId } = call;
  return changeLoan(context, { ...call, step: 'exchange' }, async (change) => {
    const { trx, loan, now, finish, tell } = change;
    const items = await itemsWithCodes(trx, loanId);
    const old = items.find(({ id }) => id === call.itemId);
    if (!old) throw notOfLoan();
    if (old.state !== 'out') throw notOut(codeOf(old));
    if (items.some((item) => item.state === 'out' && item.inside_of === old.asset_id)) {
      throw hasThingsInside(codeOf(old));
    }
    if (old.ends_at <= now) throw overdue();
    await lockAssets(trx, [call.assetId]);
    const taken = await lendable(trx, [call.assetId]);
    const ids = taken.map(({ id }) => id);
    const found = await conflicts(trx, ids, { startsAt: now, endsAt: old.ends_at }, { now });
    if (found.length > 0) throw alreadyLent(found);
    const lost = call.condition === 'lost';
    await trx
      .updateTable('loan_item')
      .set({
        state: lost ? 'missing' : 'released',
        active: 0,
        back_at: lost ? null : now,
        remark: call.reason,
        photo_ids: JSON.stringify(call.photoIds ?? []),
        exchanged_for: call.assetId,
      })
      .where('id', '=', old.id)
      .execute();
    await setCondition(trx, [old.asset_id], call.condition, now);
    await addItems(
      context,
      change,
      // Lent by itself: the kit that it belongs to is another than the one it stands in for.
      taken,
      { starts_at: now, ends_at: old.ends_at },
    );
    await trx
      .updateTable('loan_item')
      .set({ state: 'out', out_at: now })
      .where('loan_id', '=', loanId)
      .where('state', '=', 'reserved')
      .where('asset_id', 'in', ids)
      .execute();
    if (lost) await partsAreGone(trx, loanId, old.asset_id);
    else await moveDevices(trx, [old.asset_id], null);
    await moveDevices(trx, ids, loan.school_id);
    await finish(true);
    const fresh = taken[0]?.code ?? '';
    const why = call.reason && `: ${call.reason}`;
    const facts = { from: old.asset_id, to: call.assetId, condition: call.condition };
    const [de, en] = conditionWords[call.condition];
    await tell(
      'item-exchanged',
      `${codeOf(old)} (${de}) gegen ${fresh} getauscht${why}`,
      `${codeOf(old)} (${en}) exchanged for ${fresh}${why}`,
      {
        assetId: old.asset_id,
        facts,
        details: taken.map(({ id, code }) => ({
          kind: 'item-out',
          assetId: id,
          de: `${code} für ${codeOf(old)} ausgegeben`,
          en: `${code} handed over for ${codeOf(old)}`,
          facts,
        })),
      },
    );
  });
}

const conditionWords = {
  usable: ['in Ordnung', 'in order'],
  repair: ['in Reparatur', 'being repaired'],
  lost: ['verloren', 'lost'],
} as const;

function notOut(code: string): Error {
  return refusal(
    409,
    'not-out',
    `${code} ist mit dieser Leihe gerade nicht draußen. Laden Sie die Seite neu.`,
    `${code} is not out with this loan right now. Please reload the page.`,
  );
}

function hasThingsInside(code: string): Error {
  return refusal(
    409,
    'has-things-inside',
    `In ${code} ist noch etwas, das verliehen ist. Tauschen Sie das einzelne Ding, das defekt ist.`,
    `There are lent things in ${code}. Exchange the single thing that is broken.`,
  );
}

function overdue(): Error {
  return refusal(
    409,
    'loan-overdue',
    'Die Leihe ist überfällig. Verlängern Sie sie zuerst, dann kann das neue Ding bis zu ihrem Ende bleiben.',
    'The loan is overdue. Extend it first, then the new thing can stay until its end.',
  );
}

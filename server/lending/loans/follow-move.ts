import type { PersonView } from '../../api/contract/endpoints.ts';
import { assetLines, withInside } from '../assets/asset-lines.ts';
import { record } from '../history/record.ts';
import type { LendingContext, LendingDatabase } from '../interface.ts';
import { dropParts } from './hand-over.ts';
import { alreadyLent, conflicts } from './overlap.ts';
import { addItems, lendable, lockAssets } from './reserve.ts';

/**
 * Lets reservations follow a thing that was put into another or taken out, within the same transaction: what leaves a
 * kit leaves the loans that have it only with the kit, and what comes into one comes along with its future loans.
 *
 * @param assetId the thing that was moved; its `parent_id` is the new one already.
 * @returns the loans that changed; tell them by `events.emit('changed', 'loan', id)` after the transaction.
 * @throws HttpProblem `already-lent` when a loan of the new kit would get what another loan has.
 */
export async function followMove(
  context: Pick<LendingContext, 'newId' | 'now'>,
  trx: LendingDatabase,
  { assetId, person }: { assetId: string; person: Pick<PersonView, 'id'> },
): Promise<string[]> {
  const ids = (await withInside(trx, [assetId])).map(({ id }) => id);
  await lockAssets(trx, ids);
  const [line] = await assetLines(trx, [assetId]);
  const parent = line?.parent ?? null;
  const before = await reservedItems(trx, assetId);
  const around = parent === null ? [] : await reservedItems(trx, parent.id);
  const changed = new Set<string>();
  for (const item of before) {
    const alongside = around.find((one) => one.loan_id === item.loan_id);
    if (item.inside_of === (parent?.id ?? null)) continue;
    if (alongside && parent) await setInside(trx, item.id, parent.id);
    else if (item.inside_of !== null) await letGo(trx, item.loan_id, ids, context.now());
    else continue;
    changed.add(item.loan_id);
  }
  for (const item of around) {
    if (before.some((one) => one.loan_id === item.loan_id)) continue;
    if (line?.condition !== 'usable') continue;
    const taken = await lendable(trx, [assetId]);
    const span = { startsAt: item.starts_at, endsAt: item.ends_at };
    const found = await conflicts(
      trx,
      taken.map(({ id }) => id),
      span,
      { exceptLoanId: item.loan_id, now: context.now() },
    );
    if (found.length > 0) throw alreadyLent(found);
    await addItems(
      context,
      { trx, loan: { id: item.loan_id } },
      taken.map(({ id, insideOf }) => ({ id, insideOf: insideOf ?? item.asset_id })),
      { starts_at: item.starts_at, ends_at: item.ends_at },
    );
    changed.add(item.loan_id);
  }
  for (const loanId of changed) {
    await trx
      .updateTable('loan')
      .set((column) => ({ version: column('version', '+', 1) }))
      .where('id', '=', loanId)
      .execute();
    const [de, en] = parent
      ? [`liegt jetzt in ${parent.code}`, `is in ${parent.code} now`]
      : ['herausgenommen', 'taken out'];
    await record(trx, {
      id: context.newId(),
      at: context.now(),
      by: person.id,
      kind: 'loan.contents-changed',
      loanId,
      assetId,
      de: `${line?.code} ${de}`,
      en: `${line?.code} ${en}`,
    });
  }
  return [...changed];
}

function reservedItems(trx: LendingDatabase, assetId: string) {
  return trx
    .selectFrom('loan_item')
    .selectAll()
    .where('asset_id', '=', assetId)
    .where('state', '=', 'reserved')
    .execute();
}

async function setInside(trx: LendingDatabase, itemId: string, outer: string): Promise<void> {
  await trx.updateTable('loan_item').set({ inside_of: outer }).where('id', '=', itemId).execute();
}

async function letGo(
  trx: LendingDatabase,
  loanId: string,
  ids: readonly string[],
  now: number,
): Promise<void> {
  await trx
    .updateTable('loan_item')
    .set({ state: 'released', active: 0, back_at: now })
    .where('loan_id', '=', loanId)
    .where('state', '=', 'reserved')
    .where('asset_id', 'in', [...ids])
    .execute();
  await dropParts(trx, loanId, ids);
}

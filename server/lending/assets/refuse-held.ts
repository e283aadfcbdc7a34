import type { LendingDatabase } from '../interface.ts';
import { codeOf } from './code.ts';
import { assetOut } from './problems.ts';

/**
 * Refuses to change what a loan has in its hands.
 *
 * @param options.donations false: what was donated may be changed.
 * @throws HttpProblem `asset-out`, naming the first thing that is packed or out.
 */
export async function refuseHeld(
  trx: LendingDatabase,
  ids: readonly string[],
  { donations = true }: { readonly donations?: boolean } = {},
): Promise<void> {
  if (ids.length === 0) return;
  const held = await trx
    .selectFrom('loan_item')
    .innerJoin('loan', 'loan.id', 'loan_item.loan_id')
    .innerJoin('school', 'school.id', 'loan.school_id')
    .innerJoin('asset', 'asset.id', 'loan_item.asset_id')
    .select(['asset.kind', 'asset.number', 'loan_item.state', 'school.name as school'])
    .where('loan_item.asset_id', 'in', ids)
    .where('loan_item.state', 'in', ['packed', 'out'])
    .$if(!donations, (query) => query.where('loan.kind', '=', 'loan'))
    .limit(1)
    .executeTakeFirst();
  if (held) throw assetOut(codeOf(held), held.state === 'out' ? held.school : null);
}

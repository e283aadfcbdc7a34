import type { LoanItem, LoanPart } from '../../api/contract/lending/loans.ts';
import { currentCents } from '../assets/value.ts';
import type { LendingDatabase } from '../interface.ts';

/** What a loan's things and counted parts are worth now, cents; what has no price counts nothing. */
export async function loanValue(
  db: LendingDatabase,
  of: {
    itemList: readonly LoanItem[];
    parts: readonly LoanPart[];
    now: number;
    lifetimeYears: number;
  },
): Promise<number> {
  const parts = of.parts.reduce((sum, { quantity, unitCents }) => sum + quantity * unitCents, 0);
  const ids = of.itemList.filter(({ state }) => state !== 'released').map(({ asset }) => asset.id);
  if (ids.length === 0) return parts;
  const assets = await db
    .selectFrom('asset')
    .select(['purchase_cents as purchaseCents', 'purchased_on as purchasedOn'])
    .where('id', 'in', ids)
    .where('purchase_cents', 'is not', null)
    .execute();
  return assets.reduce((sum, one) => sum + (currentCents(one, of.now, of.lifetimeYears) ?? 0), parts);
}

import type { LoanItem, LoanPart } from '../../api/contract/lending/loans.ts';
import type { LendingDatabase } from '../interface.ts';

const year = 365.25 * 86_400_000;

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
  const rows = await db
    .selectFrom('asset')
    .select(['purchase_cents', 'purchased_on'])
    .where('id', 'in', ids)
    .where('purchase_cents', 'is not', null)
    .execute();
  return rows.reduce((sum, { purchase_cents, purchased_on }) => {
    const age = purchased_on === null ? 0 : (of.now - Date.parse(purchased_on)) / year;
    const left = Math.min(1, Math.max(0, 1 - age / of.lifetimeYears));
    return sum + Math.round((purchase_cents ?? 0) * left);
  }, parts);
}

import type { AssetKind } from '../../api/contract/lending/assets.ts';
import type { LendingDatabase } from '../interface.ts';

/**
 * The next number of a kind, after all that there are. A Pi that is none of the fleet's gets one after the fleet's, too:
 * the numbers of the fleet are kept for the fleet.
 */
export async function nextNumber(trx: LendingDatabase, kind: AssetKind): Promise<number> {
  const { last } = await trx
    .selectFrom('asset')
    .select((asset) => asset.fn.max('number').as('last'))
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow();
  if (kind !== 'device') return Number(last ?? 0) + 1;
  const fleet = await trx
    .selectFrom('device')
    .select((device) => device.fn.max('number').as('last'))
    .executeTakeFirstOrThrow();
  return Math.max(Number(last ?? 0), Number(fleet.last ?? 0)) + 1;
}

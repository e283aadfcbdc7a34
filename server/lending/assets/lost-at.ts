import type { Condition } from '../../api/contract/lending/assets.ts';
import type { LendingDatabase } from '../interface.ts';
import { inBatches } from '../stocktake/in-batches.ts';
import type { LendingTables } from '../tables.ts';

/**
 * Since when a thing counts as lost, ms since 1970, once its condition is `condition`; null: it does not, or nobody knows.
 * What was lost and is given up stays lost since then: the year's losses are the same afterwards.
 *
 * @param before how it was; null: it is new.
 */
export function lostAt(
  before: Pick<LendingTables['asset'], 'condition' | 'lost_at'> | null,
  condition: Condition,
  now: number,
): number | null {
  if (condition === 'retired') return before?.lost_at ?? null;
  if (condition !== 'lost') return null;
  return before?.condition === 'lost' ? before.lost_at : (before?.lost_at ?? now);
}

/** Says how things are from now on; one that is lost already, or was when it was given up, stays lost since then. */
export async function setCondition(
  trx: LendingDatabase,
  assetIds: readonly string[],
  condition: Exclude<Condition, 'retired'>,
  now: number,
): Promise<void> {
  for (const ids of inBatches(assetIds)) {
    await trx
      .updateTable('asset')
      .set(({ fn, val }) => ({
        condition,
        lost_at: condition === 'lost' ? fn.coalesce('lost_at', val(now)) : null,
      }))
      .where('id', 'in', ids)
      .where('condition', '<>', condition)
      .execute();
  }
}

import type { StocktakeItem, StocktakeScan } from '../../api/contract/lending/stocktake.ts';
import { refusal } from '../../api/http-problem.ts';
import type { LendingContext, LendingDatabase } from '../interface.ts';
import { assetIdsByCode, ownCode } from '../things/known-label.ts';
import { counts, items } from './read-stocktake.ts';

/** Scans of one phone. */
export interface Scans {
  readonly stocktakeId: string;
  readonly scans: readonly StocktakeScan[];
  readonly by: string;
  /** Under which this server is reached; see `ownCode`. */
  readonly hosts: readonly string[];
}

/**
 * Takes scans in, each once by its id, however often and late a phone sends it.
 *
 * @throws HttpProblem `stocktake-unknown` or `stocktake-finished`: nothing was kept, the phone keeps them.
 */
export async function takeScans(
  { db, events, now }: Pick<LendingContext, 'db' | 'events' | 'now'>,
  { stocktakeId, scans, by, hosts }: Scans,
): Promise<{ items: StocktakeItem[] } & Awaited<ReturnType<typeof counts>>> {
  const codes = scans.map((scan) => ({ ...scan, own: ownCode(scan.code, hosts) }));
  const taken = await db.transaction().execute(async (trx) => {
    // Locks the row: nobody finishes it meanwhile.
    const { numUpdatedRows } = await trx
      .updateTable('stocktake')
      .set((set) => ({ place: set.ref('place') }))
      .where('id', '=', stocktakeId)
      .where('finished_at', 'is', null)
      .executeTakeFirst();
    const stocktake = await trx
      .selectFrom('stocktake')
      .select('started_at')
      .where('id', '=', stocktakeId)
      .executeTakeFirst();
    if (!stocktake) throw stocktakeUnknown();
    // Whoever did not hear the answer sends again: what was taken in before the end stays taken in.
    if (numUpdatedRows !== 1n && !(await allTaken(trx, stocktakeId, scans))) throw stocktakeFinished();
    const assets = await assetIdsByCode(
      trx,
      codes.flatMap(({ own }) => own ?? []),
    );
    const kept = new Set<string>();
    let fresh = 0n;
    for (const { id, code, at, own } of codes) {
      const label = own ?? code;
      kept.add(label);
      const { numInsertedOrUpdatedRows } = await trx
        .insertInto('stocktake_scan')
        .values({
          id,
          stocktake_id: stocktakeId,
          code: label,
          asset_id: (own && assets.get(own)) ?? null,
          // A phone's clock may be wrong; the stocktake's time is not.
          at: Math.min(Math.max(at, stocktake.started_at), now()),
          by,
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirst();
      fresh += numInsertedOrUpdatedRows ?? 0n;
    }
    const expected = await trx
      .selectFrom('stocktake_expected')
      .select('asset_id')
      .where('stocktake_id', '=', stocktakeId)
      .where('asset_id', 'in', [...assets.values(), ''])
      .execute();
    return {
      fresh,
      items: await items(trx, {
        stocktakeId,
        expected: new Set(expected.map((one) => one.asset_id)),
        all: false,
        only: kept,
      }),
      counts: await counts(trx, stocktakeId),
    };
  });
  if (taken.fresh > 0n) events.emit('scanned', stocktakeId, taken.items);
  return { items: taken.items, ...taken.counts };
}

async function allTaken(
  db: LendingDatabase,
  stocktakeId: string,
  scans: readonly StocktakeScan[],
): Promise<boolean> {
  const ids = new Set(scans.map(({ id }) => id));
  const known = await db
    .selectFrom('stocktake_scan')
    .select('id')
    .where('stocktake_id', '=', stocktakeId)
    .where('id', 'in', [...ids])
    .execute();
  return known.length === ids.size;
}

export function stocktakeUnknown() {
  return refusal(
    404,
    'stocktake-unknown',
    'Diese Inventur gibt es nicht. Öffnen Sie die Liste der Inventuren neu.',
    'There is no such stocktake. Please open the list of stocktakes again.',
  );
}

export function stocktakeFinished() {
  return refusal(
    409,
    'stocktake-finished',
    'Diese Inventur ist schon abgeschlossen und nimmt nichts mehr auf. Was Sie gescannt haben, bleibt auf diesem Gerät stehen; beginnen Sie eine neue Inventur.',
    'This stocktake is finished and takes nothing in any more. What you have scanned stays on this device; please begin a new stocktake.',
  );
}

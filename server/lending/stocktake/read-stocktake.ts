import type { Selectable } from 'kysely';
import type { Stocktake, StocktakeItem, StocktakeLine } from '../../api/contract/lending/stocktake.ts';
import { assetLines } from '../assets/asset-lines.ts';
import type { LendingDatabase } from '../interface.ts';
import { personLines } from '../people.ts';
import type { LendingTables } from '../tables.ts';

type Row = Selectable<LendingTables['stocktake']>;

/** Stocktakes in a line each, with what was found. */
export async function stocktakeLines(db: LendingDatabase, rows: readonly Row[]): Promise<StocktakeLine[]> {
  const people = await personLines(
    db,
    rows.map((row) => row.started_by),
  );
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      place: row.place,
      startedAt: row.started_at,
      startedBy: (row.started_by && people.get(row.started_by)) || null,
      finishedAt: row.finished_at,
      ...(await counts(db, row.id)),
    })),
  );
}

/** How much was expected, found, and not expected (foreign labels among it). */
export async function counts(
  db: LendingDatabase,
  stocktakeId: string,
): Promise<Pick<StocktakeLine, 'expected' | 'found' | 'unexpected'>> {
  const expected = await db
    .selectFrom('stocktake_expected')
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .where('stocktake_id', '=', stocktakeId)
    .executeTakeFirstOrThrow();
  const scanned = await db
    .selectFrom('stocktake_scan')
    .leftJoin('stocktake_expected', (join) =>
      join
        .onRef('stocktake_expected.stocktake_id', '=', 'stocktake_scan.stocktake_id')
        .onRef('stocktake_expected.asset_id', '=', 'stocktake_scan.asset_id'),
    )
    .select(['stocktake_scan.asset_id', 'stocktake_scan.code', 'stocktake_expected.asset_id as expected'])
    .distinct()
    .where('stocktake_scan.stocktake_id', '=', stocktakeId)
    .execute();
  const found = new Set(scanned.flatMap((one) => (one.expected ? [one.expected] : [])));
  const others = new Set(scanned.flatMap((one) => (one.expected ? [] : [one.asset_id ?? one.code])));
  return { expected: Number(expected.count), found: found.size, unexpected: others.size };
}

/** A stocktake with every thing: what was expected, and what else was scanned. */
export async function readStocktake(db: LendingDatabase, row: Row): Promise<Stocktake> {
  const expected = await db
    .selectFrom('stocktake_expected')
    .select('asset_id')
    .where('stocktake_id', '=', row.id)
    .execute();
  const [line] = await stocktakeLines(db, [row]);
  if (!line) throw new RangeError(`stocktake ${row.id} has no line`);
  const ids = new Set(expected.map((one) => one.asset_id));
  return { ...line, items: await items(db, { stocktakeId: row.id, expected: ids, all: true }) };
}

/**
 * Things of a stocktake as they stand.
 *
 * @param options.all those that were expected and not scanned, too; else only what was scanned.
 * @param options.only these codes, as they are kept.
 */
export async function items(
  db: LendingDatabase,
  options: {
    readonly stocktakeId: string;
    readonly expected: ReadonlySet<string>;
    readonly all: boolean;
    readonly only?: ReadonlySet<string>;
  },
): Promise<StocktakeItem[]> {
  const { stocktakeId, expected, all, only } = options;
  let query = db
    .selectFrom('stocktake_scan')
    .select(['code', 'asset_id', 'at', 'by'])
    .where('stocktake_id', '=', stocktakeId)
    .orderBy('at');
  if (only) query = query.where('code', 'in', [...only]);
  const scans = await query.execute();
  const people = await personLines(
    db,
    scans.map(({ by }) => by),
  );
  /** By thing, else by label: the first scan counts. */
  const first = new Map<string, (typeof scans)[number]>();
  for (const scan of scans) {
    const key = scan.asset_id ?? scan.code;
    if (!first.has(key)) first.set(key, scan);
  }
  const scanned = [...first.values()];
  const ids = new Set([...(all ? expected : []), ...scanned.flatMap((scan) => scan.asset_id ?? [])]);
  const lines = await assetLines(db, [...ids]);
  const who = (scan: (typeof scans)[number] | undefined) => ({
    at: scan?.at ?? null,
    by: (scan?.by && people.get(scan.by)) || null,
  });
  return [
    ...lines.map((asset): StocktakeItem => {
      const scan = first.get(asset.id);
      const state = !scan ? 'missing' : expected.has(asset.id) ? 'found' : 'unexpected';
      return { asset, code: asset.code, state, ...who(scan) };
    }),
    ...scanned
      .filter((scan) => scan.asset_id === null)
      .map((scan): StocktakeItem => ({ asset: null, code: scan.code, state: 'foreign', ...who(scan) })),
  ];
}

import type { LendingDatabase } from '../interface.ts';

/** Things that a stocktake looks for: neither lost nor taken out of service, and with no loan. */
function countable(db: LendingDatabase) {
  return db
    .withRecursive('stored', (builder) =>
      builder
        .selectFrom('asset')
        .select(['id', 'place'])
        .where('place', '<>', '')
        .unionAll(
          // What has no place of its own is where that is which it lies in.
          builder
            .selectFrom('asset')
            .innerJoin('stored', 'stored.id', 'asset.parent_id')
            .select(['asset.id', 'stored.place'])
            .where('asset.place', '=', ''),
        ),
    )
    .selectFrom('stored')
    .innerJoin('asset', 'asset.id', 'stored.id')
    .where('asset.condition', 'in', ['usable', 'repair'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('loan_item')
            .select('loan_item.id')
            .whereRef('loan_item.asset_id', '=', 'stored.id')
            .where('loan_item.state', 'in', ['packed', 'out']),
        ),
      ),
    );
}

/** Every place that something is stored at, with how much should be there now. */
export async function places(db: LendingDatabase): Promise<{ place: string; assets: number }[]> {
  const rows = await countable(db)
    .select(({ fn }) => ['stored.place as place', fn.countAll<number | string>().as('assets')])
    .groupBy('stored.place')
    .execute();
  return rows
    .map(({ place, assets }) => ({ place, assets: Number(assets) }))
    .sort((one, other) => one.place.localeCompare(other.place, 'de', { numeric: true }));
}

/** The ids of what should be at a place now. */
export async function expectedAt(db: LendingDatabase, place: string): Promise<string[]> {
  const rows = await countable(db).select('stored.id as id').where('stored.place', '=', place).execute();
  return rows.map(({ id }) => id);
}

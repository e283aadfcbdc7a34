import { type Kysely, sql } from 'kysely';
import { table } from './table.ts';

/** Stocktakes, what was expected and what was seen. */
export async function createStocktakes(db: Kysely<unknown>): Promise<void> {
  await table(db, 'stocktake', {
    id: 'text',
    place: 'text',
    started_at: 'bigint',
    started_by: 'text?',
    finished_at: 'bigint?',
  })
    .addPrimaryKeyConstraint('stocktake_key', ['id'])
    .execute();
  await table(
    db,
    'stocktake_expected',
    { stocktake_id: 'text', asset_id: 'text' },
    { stocktake_id: 'stocktake', asset_id: 'asset' },
  )
    .addPrimaryKeyConstraint('stocktake_expected_key', ['stocktake_id', 'asset_id'])
    .execute();
  await table(
    db,
    'stocktake_scan',
    { id: 'text', stocktake_id: 'text', code: 'text', asset_id: 'text?', at: 'bigint', by: 'text?' },
    { stocktake_id: 'stocktake', asset_id: 'asset' },
  )
    .addPrimaryKeyConstraint('stocktake_scan_key', ['id'])
    .execute();
}

/** Two people who begin a stocktake of one place at once work on one. */
export async function oneStocktakePerPlace(db: Kysely<unknown>): Promise<void> {
  await sql`create unique index stocktake_running on stocktake (place) where finished_at is null`.execute(db);
}

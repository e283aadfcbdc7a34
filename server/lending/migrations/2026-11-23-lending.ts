import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createHolidays } from './calendar.ts';
import { createRecords, sealHistory } from './history.ts';
import { createLabelSheets } from './labels.ts';
import { createLoans, refuseOverlaps } from './loans.ts';
import { createPapers } from './papers.ts';
import { createSchools } from './schools.ts';
import { createStocktakes, oneStocktakePerPlace } from './stocktake.ts';
import { createThings } from './things.ts';

/** Lending's tables as they began. */
export const lendingBegins: Migration = {
  async up(db: Kysely<unknown>) {
    await createSchools(db);
    await createThings(db);
    await createLoans(db);
    await createPapers(db);
    await createHolidays(db);
    await createLabelSheets(db);
    await createStocktakes(db);
    await createRecords(db);
    await createIndexes(db);
    await oneStocktakePerPlace(db);
    await refuseOverlaps(db);
    await sealHistory(db);
  },
};

async function createIndexes(db: Kysely<unknown>): Promise<void> {
  for (const [name, columns] of Object.entries(indexes)) {
    await db.schema
      .createIndex(`${name}_${columns.join('_')}`)
      .on(name.replace(/\d$/, ''))
      .columns([...columns])
      .execute();
  }
}

/** By table; a digit at the end only tells two of one table apart. */
const indexes = {
  asset1: ['parent_id'],
  asset2: ['place'],
  loan1: ['school_id'],
  loan2: ['state', 'ends_at'],
  loan3: ['starts_at'],
  loan_item1: ['loan_id'],
  loan_item2: ['asset_id', 'active', 'starts_at'],
  loan_item3: ['active', 'starts_at', 'ends_at'],
  paper: ['loan_id'],
  photo1: ['asset_id'],
  photo2: ['loan_id'],
  test_run: ['loan_id'],
  school_contact: ['school_id'],
  stocktake_scan: ['stocktake_id'],
  history1: ['asset_id', 'at'],
  history2: ['loan_id', 'at'],
  history3: ['school_id', 'at'],
} as const;

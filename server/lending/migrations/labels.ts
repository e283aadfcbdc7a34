import type { Kysely } from 'kysely';
import { table } from './table.ts';

/** Sheets of labels. */
export async function createLabelSheets(db: Kysely<unknown>): Promise<void> {
  await table(db, 'label_sheet', {
    id: 'text',
    name: 'text',
    geometry: 'text',
    offset_x: 'real?',
    offset_y: 'real?',
  })
    .addPrimaryKeyConstraint('label_sheet_key', ['id'])
    .execute();
}

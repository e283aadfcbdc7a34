import type { Kysely } from 'kysely';
import { table } from './table.ts';

/** School holidays. */
export async function createHolidays(db: Kysely<unknown>): Promise<void> {
  await table(db, 'holiday_calendar', { id: 'text', name: 'text', land: 'text?', imported_at: 'bigint' })
    .addPrimaryKeyConstraint('holiday_calendar_key', ['id'])
    .execute();
  await table(
    db,
    'holiday',
    { calendar_id: 'text', name: 'text', starts_on: 'text', ends_on: 'text' },
    { calendar_id: 'holiday_calendar' },
  ).execute();
}

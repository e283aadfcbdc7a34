import { type Kysely, sql } from 'kysely';
import { isPostgres } from '../../storage/dialect-of.ts';
import { table } from './table.ts';

/** Photos, the history and small facts. */
export async function createRecords(db: Kysely<unknown>): Promise<void> {
  await table(
    db,
    'photo',
    {
      id: 'text',
      asset_id: 'text?',
      loan_id: 'text?',
      type: 'text',
      bytes: 'bytes',
      note: 'text',
      at: 'bigint',
      by: 'text?',
    },
    { asset_id: 'asset', loan_id: 'loan' },
  )
    .addPrimaryKeyConstraint('photo_key', ['id'])
    .execute();
  await table(db, 'history', {
    id: 'text',
    at: 'bigint',
    by: 'text?',
    kind: 'text',
    asset_id: 'text?',
    loan_id: 'text?',
    school_id: 'text?',
    data: 'text',
  })
    .addPrimaryKeyConstraint('history_key', ['id'])
    .execute();
  await table(db, 'lending_setting', { key: 'text', value: 'text', version: 'int' })
    .addPrimaryKeyConstraint('lending_setting_key', ['key'])
    .execute();
}

/** What was written into the history stays as it is. */
export async function sealHistory(db: Kysely<unknown>): Promise<void> {
  if (isPostgres(db)) {
    await sql`create function history_is_final() returns trigger language plpgsql as
      $$ begin raise exception 'history_is_final'; end $$`.execute(db);
    await sql`create trigger history_is_final before update or delete on history
      for each row execute function history_is_final()`.execute(db);
    return;
  }
  for (const event of ['update', 'delete']) {
    await sql`create trigger ${sql.raw(`history_is_final_${event}`)} before ${sql.raw(event)} on history begin
      select raise(abort, 'history_is_final'); end`.execute(db);
  }
}

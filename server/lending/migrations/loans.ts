import { type Kysely, sql } from 'kysely';
import { isPostgres } from '../../storage/dialect-of.ts';
import { table } from './table.ts';

/** Loans with their things and counted parts, and the tests at the return. */
export async function createLoans(db: Kysely<unknown>): Promise<void> {
  await table(
    db,
    'loan',
    {
      id: 'text',
      number: 'text',
      kind: 'text',
      state: 'text',
      school_id: 'text',
      requested_by: 'text?',
      contact_name: 'text',
      contact_email: 'text',
      contact_phone: 'text',
      pupils: 'int',
      lessons: 'text',
      wish: 'text',
      note: 'text',
      reason: 'text',
      starts_at: 'bigint',
      ends_at: 'bigint',
      requested_at: 'bigint',
      out_at: 'bigint?',
      returned_at: 'bigint?',
      closed_at: 'bigint?',
      version: 'int',
      search: 'text',
    },
    { school_id: 'school' },
  )
    .addPrimaryKeyConstraint('loan_key', ['id'])
    .addUniqueConstraint('loan_number', ['number'])
    .addCheckConstraint('loan_time', sql`starts_at < ends_at`)
    .execute();
  await table(
    db,
    'loan_item',
    {
      id: 'text',
      loan_id: 'text',
      asset_id: 'text',
      state: 'text',
      active: 'int',
      inside_of: 'text?',
      starts_at: 'bigint',
      ends_at: 'bigint',
      out_at: 'bigint?',
      back_at: 'bigint?',
      remark: 'text',
      photo_ids: 'text',
      exchanged_for: 'text?',
    },
    { loan_id: 'loan', asset_id: 'asset' },
  )
    .addPrimaryKeyConstraint('loan_item_key', ['id'])
    .addCheckConstraint('loan_item_time', sql`starts_at < ends_at`)
    .addCheckConstraint(
      'loan_item_active',
      sql`active = case when state in ('reserved', 'packed', 'out') then 1 else 0 end`,
    )
    .execute();
  await table(
    db,
    'loan_part',
    {
      loan_id: 'text',
      asset_id: 'text',
      consumable_id: 'text',
      quantity: 'int',
      back: 'int?',
      damaged: 'int',
      unit_cents: 'int',
    },
    { loan_id: 'loan', asset_id: 'asset', consumable_id: 'consumable' },
  )
    .addPrimaryKeyConstraint('loan_part_key', ['loan_id', 'asset_id', 'consumable_id'])
    .execute();
  await table(
    db,
    'loan_request_done',
    { request_id: 'text', loan_id: 'text', at: 'bigint' },
    { loan_id: 'loan' },
  )
    .addPrimaryKeyConstraint('loan_request_done_key', ['request_id'])
    .execute();
  await table(
    db,
    'test_run',
    { id: 'text', loan_id: 'text', asset_id: 'text', at: 'bigint', state: 'text', checks: 'text' },
    { loan_id: 'loan', asset_id: 'asset' },
  )
    .addPrimaryKeyConstraint('test_run_key', ['id'])
    .execute();
}

/** One thing is never lent to two at once, whoever writes it: the database itself refuses. */
export async function refuseOverlaps(db: Kysely<unknown>): Promise<void> {
  await sql`create unique index loan_item_one_holder on loan_item (asset_id) where state in ('packed', 'out')`.execute(
    db,
  );
  if (isPostgres(db)) {
    await sql`create extension if not exists btree_gist`.execute(db);
    await sql`alter table loan_item add constraint loan_item_overlap
      exclude using gist (asset_id with =, int8range(starts_at, ends_at, '[)') with &&) where (active = 1)`.execute(
      db,
    );
    return;
  }
  for (const event of ['insert', 'update']) {
    await sql`create trigger ${sql.raw(`loan_item_overlap_${event}`)} before ${sql.raw(event)} on loan_item
      when new.active = 1 begin
        select raise(abort, 'loan_item_overlap') where exists (
          select 1 from loan_item where asset_id = new.asset_id and active = 1 and id <> new.id
            and starts_at < new.ends_at and ends_at > new.starts_at);
      end`.execute(db);
  }
}

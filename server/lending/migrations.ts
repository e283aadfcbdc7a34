import type { CreateTableBuilder, Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { isPostgres } from '../storage/dialect-of.ts';

/** Columns by name: `text`, `text?` (may be null), `int`, `int?`, `bigint`, `bigint?`, `real?`, `bytes`. */
type Columns = Readonly<
  Record<string, 'text' | 'text?' | 'int' | 'int?' | 'bigint' | 'bigint?' | 'real?' | 'bytes'>
>;

/** Begins a table with these columns; `reference` beside it adds foreign keys. */
function table(
  db: Kysely<unknown>,
  name: string,
  columns: Columns,
  references: Readonly<Record<string, string>> = {},
): CreateTableBuilder<string, string> {
  const bytes = isPostgres(db) ? sql`bytea` : sql`blob`;
  let builder: CreateTableBuilder<string, string> = db.schema.createTable(name);
  for (const [column, kind] of Object.entries(columns)) {
    const plain = kind.replace('?', '');
    const type =
      plain === 'bytes'
        ? bytes
        : plain === 'int'
          ? ('integer' as const)
          : plain === 'real'
            ? sql`double precision`
            : (plain as 'text' | 'bigint');
    const target = references[column];
    builder = builder.addColumn(column, type, (one) => {
      const constrained = kind.endsWith('?') ? one : one.notNull();
      return target ? constrained.references(`${target}.id`) : constrained;
    });
  }
  return builder;
}

async function createTables(db: Kysely<unknown>): Promise<void> {
  const where = { address: 'text', zip: 'text' } as const;
  const reach = {
    email: 'text',
    phone: 'text',
    website: 'text',
    latitude: 'real?',
    longitude: 'real?',
  } as const;
  await table(
    db,
    'school_detail',
    {
      school_id: 'text',
      ...where,
      land: 'text?',
      school_number: 'text',
      type: 'text?',
      type_raw: 'text',
      provider: 'text',
      municipality: 'text',
      ...reach,
      note: 'text',
      open_data_id: 'text?',
      taken: 'text?',
    },
    { school_id: 'school' },
  )
    .addPrimaryKeyConstraint('school_detail_key', ['school_id'])
    .addUniqueConstraint('school_detail_open_data', ['open_data_id'])
    .execute();
  await table(
    db,
    'school_contact',
    {
      id: 'text',
      school_id: 'text',
      position: 'int',
      name: 'text',
      duty: 'text',
      email: 'text',
      phone: 'text',
    },
    { school_id: 'school' },
  )
    .addPrimaryKeyConstraint('school_contact_key', ['id'])
    .execute();
  await table(db, 'open_school', {
    import_id: 'text',
    id: 'text',
    school_number: 'text',
    name: 'text',
    search: 'text',
    ...where,
    city: 'text',
    land: 'text?',
    type: 'text?',
    type_raw: 'text',
    provider: 'text',
    ...reach,
    imported_at: 'bigint',
  })
    .addPrimaryKeyConstraint('open_school_key', ['import_id', 'id'])
    .execute();
  await table(db, 'sponsor', {
    id: 'text',
    name: 'text',
    website: 'text',
    thanks: 'text',
    page_token: 'text?',
    created_at: 'bigint',
  })
    .addPrimaryKeyConstraint('sponsor_key', ['id'])
    .addUniqueConstraint('sponsor_page', ['page_token'])
    .execute();
  await table(db, 'consumable', {
    id: 'text',
    name: 'text',
    icon: 'text',
    unit_cents: 'int',
    stock: 'int',
    minimum: 'int',
  })
    .addPrimaryKeyConstraint('consumable_key', ['id'])
    .execute();
  await table(db, 'kit_template', {
    id: 'text',
    name: 'text',
    description: 'text',
    contents: 'text',
    assets: 'text',
  })
    .addPrimaryKeyConstraint('kit_template_key', ['id'])
    .execute();
  await table(
    db,
    'asset',
    {
      id: 'text',
      kind: 'text',
      number: 'int',
      name: 'text',
      parent_id: 'text?',
      device_id: 'text?',
      template_id: 'text?',
      place: 'text',
      serial: 'text',
      model: 'text',
      condition: 'text',
      sponsor_id: 'text?',
      funding: 'text',
      purchased_on: 'text?',
      purchase_cents: 'int?',
      note: 'text',
      search: 'text',
      created_at: 'bigint',
    },
    { device_id: 'device', template_id: 'kit_template', sponsor_id: 'sponsor' },
  )
    .addPrimaryKeyConstraint('asset_key', ['id'])
    .addUniqueConstraint('asset_code', ['kind', 'number'])
    .addUniqueConstraint('asset_device', ['device_id'])
    .addCheckConstraint('asset_not_in_itself', sql`parent_id is null or parent_id <> id`)
    .execute();
  await table(
    db,
    'asset_content',
    { asset_id: 'text', consumable_id: 'text', quantity: 'int', present: 'int' },
    { asset_id: 'asset', consumable_id: 'consumable' },
  )
    .addPrimaryKeyConstraint('asset_content_key', ['asset_id', 'consumable_id'])
    .execute();
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
  await table(
    db,
    'paper',
    {
      id: 'text',
      loan_id: 'text',
      kind: 'text',
      template_version: 'int',
      frozen: 'text',
      signatures: 'text',
      pdf: 'bytes',
      at: 'bigint',
      mailed_to: 'text?',
      mailed_at: 'bigint?',
    },
    { loan_id: 'loan' },
  )
    .addPrimaryKeyConstraint('paper_key', ['id'])
    .execute();
  await table(db, 'paper_template', {
    kind: 'text',
    text: 'text',
    version: 'int',
    changed_at: 'bigint',
    changed_by: 'text?',
  })
    .addPrimaryKeyConstraint('paper_template_key', ['kind'])
    .execute();
  await table(
    db,
    'reminder',
    {
      loan_id: 'text',
      stage: 'text',
      ends_at: 'bigint',
      state: 'text',
      sent_to: 'text',
      subject: 'text',
      text: 'text',
      at: 'bigint',
      by: 'text?',
    },
    { loan_id: 'loan' },
  )
    .addPrimaryKeyConstraint('reminder_key', ['loan_id', 'stage', 'ends_at'])
    .execute();
  await table(db, 'holiday_calendar', { id: 'text', name: 'text', land: 'text?', imported_at: 'bigint' })
    .addPrimaryKeyConstraint('holiday_calendar_key', ['id'])
    .execute();
  await table(
    db,
    'holiday',
    { calendar_id: 'text', name: 'text', starts_on: 'text', ends_on: 'text' },
    { calendar_id: 'holiday_calendar' },
  ).execute();
  await table(db, 'label_sheet', {
    id: 'text',
    name: 'text',
    geometry: 'text',
    offset_x: 'real?',
    offset_y: 'real?',
  })
    .addPrimaryKeyConstraint('label_sheet_key', ['id'])
    .execute();
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

/** Two people who begin a stocktake of one place at once work on one. */
async function oneStocktakePerPlace(db: Kysely<unknown>): Promise<void> {
  await sql`create unique index stocktake_running on stocktake (place) where finished_at is null`.execute(db);
}

/** One thing is never lent to two at once, whoever writes it: the database itself refuses. */
async function refuseOverlaps(db: Kysely<unknown>): Promise<void> {
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

/** What was written into the history stays as it is. */
async function sealHistory(db: Kysely<unknown>): Promise<void> {
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

/** Lending's tables, by name in order. */
export const lendingMigrations: Readonly<Record<string, Migration>> = {
  '2026-11-23-040-lending': {
    async up(db: Kysely<unknown>) {
      await createTables(db);
      await oneStocktakePerPlace(db);
      await refuseOverlaps(db);
      await sealHistory(db);
    },
  },
};

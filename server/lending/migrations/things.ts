import { type Kysely, sql } from 'kysely';
import { table } from './table.ts';

/** What the association has, what it was given, and what it is made of. */
export async function createThings(db: Kysely<unknown>): Promise<void> {
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
}

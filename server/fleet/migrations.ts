import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const createDevice: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('device')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('secret_hash', 'text', (column) => column.notNull())
      .addColumn('school_id', 'text')
      .addColumn('desired_wiring', 'text', (column) => column.notNull())
      .addColumn('desired_version', 'integer', (column) => column.notNull())
      .addColumn('reported', 'text')
      .addColumn('last_seen_at', 'bigint')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute();
  },
};

/** Each Pi gets the number of its label; those that are there already in the order in which they came. */
const numberDevices: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('device').addColumn('number', 'integer').execute();
    await sql`
      update device set number = (
        select count(*) from device as earlier
        where earlier.created_at < device.created_at
          or (earlier.created_at = device.created_at and earlier.id <= device.id)
      )`.execute(db);
    await db.schema.createIndex('device_number').unique().on('device').column('number').execute();
  },
};

/** The fleet's tables, by name in order. */
export const fleetMigrations: Readonly<Record<string, Migration>> = {
  '2026-11-22-010-fleet-device': createDevice,
  '2026-11-22-011-fleet-device-number': numberDevices,
};

import type { Kysely } from 'kysely';
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

/** The fleet's tables, by name in order. */
export const fleetMigrations: Readonly<Record<string, Migration>> = {
  '2026-11-22-010-fleet-device': createDevice,
};

import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const createClassroom: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('class')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('code', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('school_id', 'text')
      .addColumn('teacher_id', 'text', (column) => column.notNull())
      .addColumn('lesson_id', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('started_at', 'bigint', (column) => column.notNull())
      .addColumn('ended_at', 'bigint')
      .addColumn('pupil_count', 'integer')
      .addColumn('save_count', 'integer')
      .execute();
    await db.schema
      .createIndex('class_active_code')
      .unique()
      .on('class')
      .column('code')
      .where('state' as never, '=', 'active')
      .execute();

    await db.schema
      .createTable('seat')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('class_id', 'text', (column) => column.notNull().references('class.id'))
      .addColumn('nickname', 'text', (column) => column.notNull())
      .addColumn('token_hash', 'text', (column) => column.notNull().unique())
      .addColumn('device_id', 'text', (column) => column.unique())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addUniqueConstraint('seat_nickname', ['class_id', 'nickname'])
      .execute();

    await db.schema
      .createTable('workspace')
      .addColumn('seat_id', 'text', (column) => column.primaryKey().references('seat.id'))
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('blocks', 'text', (column) => column.notNull())
      .addColumn('saved_at', 'bigint', (column) => column.notNull())
      .addColumn('saved_by', 'text', (column) => column.notNull())
      .execute();

    await db.schema
      .createTable('workspace_version')
      .addColumn('seat_id', 'text', (column) => column.notNull().references('seat.id'))
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('blocks', 'text', (column) => column.notNull())
      .addColumn('saved_at', 'bigint', (column) => column.notNull())
      .addColumn('saved_by', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('workspace_version_key', ['seat_id', 'number'])
      .execute();
  },
};

/** The classroom's tables, by name in order. */
export const classroomMigrations: Readonly<Record<string, Migration>> = {
  '2026-11-22-020-classroom': createClassroom,
};

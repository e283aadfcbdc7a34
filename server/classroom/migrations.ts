import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { isPostgres } from '../storage/dialect-of.ts';

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

/**
 * Parts the pupil from the seat: several may sit at one, and one pupil may have several browsers. Each seat that there
 * was has its one pupil then, with the token they hold.
 */
const partPupilsFromSeats: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('class')
      .addColumn('all_blocks', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema.alterTable('workspace_version').addColumn('saved_by_pupil', 'text').execute();

    await sql`create table seat_before as select * from seat`.execute(db);
    if (isPostgres(db)) await dropPupilColumns(db);
    else await makeSeatAnew(db);

    await db.schema
      .createTable('pupil')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('class_id', 'text', (column) => column.notNull().references('class.id'))
      .addColumn('seat_id', 'text', (column) => column.notNull().references('seat.id'))
      .addColumn('home_seat_id', 'text', (column) => column.notNull().references('seat.id'))
      .addColumn('nickname', 'text', (column) => column.notNull())
      .addColumn('joined_at', 'bigint', (column) => column.notNull())
      .addColumn('resume_hash', 'text', (column) => column.unique())
      .addUniqueConstraint('pupil_nickname', ['class_id', 'nickname'])
      .execute();
    await db.schema
      .createTable('pupil_token')
      .addColumn('token_hash', 'text', (column) => column.primaryKey())
      .addColumn('pupil_id', 'text', (column) => column.notNull().references('pupil.id'))
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('pupil_token_pupil').on('pupil_token').column('pupil_id').execute();
    await db.schema
      .createTable('seat_progress')
      .addColumn('seat_id', 'text', (column) => column.primaryKey().references('seat.id'))
      .addColumn('json', 'text', (column) => column.notNull())
      .execute();

    await sql`
      insert into pupil (id, class_id, seat_id, home_seat_id, nickname, joined_at)
      select id, class_id, id, id, nickname, created_at from seat_before`.execute(db);
    await sql`
      insert into pupil_token (token_hash, pupil_id, created_at)
      select token_hash, id, created_at from seat_before`.execute(db);
    await db.schema.dropTable('seat_before').execute();
  },
};

async function dropPupilColumns(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('seat').dropColumn('nickname').dropColumn('token_hash').execute();
}

/** SQLite drops no column that is unique: the table is made anew, while the work that points at its rows waits. */
async function makeSeatAnew(db: Kysely<unknown>): Promise<void> {
  await sql`pragma defer_foreign_keys = on`.execute(db);
  await db.schema.dropTable('seat').execute();
  await db.schema
    .createTable('seat')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('class_id', 'text', (column) => column.notNull().references('class.id'))
    .addColumn('device_id', 'text', (column) => column.unique())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await sql`insert into seat select id, class_id, device_id, created_at from seat_before`.execute(db);
}

/**
 * Keeps a class as long as its teacher wants and then only counts it; hands in work; knows which lesson a seat has, how
 * far it is in each, and whether its Pi is the one before the pupil.
 */
const keepCollectSend: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('class_count')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('lesson_id', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('school_id', 'text')
      .addColumn('pupils', 'integer', (column) => column.notNull())
      .addColumn('goals', 'integer', (column) => column.notNull())
      .execute();
    const day = isPostgres(db)
      ? sql`to_char(to_timestamp(started_at / 1000) at time zone 'UTC', 'YYYY-MM-DD')`
      : sql`date(started_at / 1000, 'unixepoch')`;
    await sql`
      insert into class_count (id, lesson_id, day, school_id, pupils, goals)
      select id, lesson_id, ${day}, school_id, pupil_count, 0
      from class where pupil_count is not null`.execute(db);
    await sql`delete from class where pupil_count is not null`.execute(db);
    await db.schema
      .alterTable('class')
      .addColumn('keep_days', 'integer', (column) => column.notNull().defaultTo(7))
      .execute();
    await db.schema.alterTable('class').addColumn('delete_at', 'bigint').execute();
    await sql`update class set delete_at = ended_at + 7 * 86400000 where state = 'ended'`.execute(db);
    await db.schema.alterTable('class').dropColumn('pupil_count').execute();
    await db.schema.alterTable('class').dropColumn('save_count').execute();

    await db.schema
      .alterTable('seat')
      .addColumn('device_confirmed', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema.alterTable('seat').addColumn('lesson_id', 'text').execute();

    await sql`create table seat_progress_before as select * from seat_progress`.execute(db);
    await db.schema.dropTable('seat_progress').execute();
    await db.schema
      .createTable('seat_progress')
      .addColumn('seat_id', 'text', (column) => column.notNull().references('seat.id'))
      .addColumn('lesson_id', 'text', (column) => column.notNull())
      .addColumn('json', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('seat_progress_key', ['seat_id', 'lesson_id'])
      .execute();
    const lessonId = isPostgres(db) ? sql`json::json ->> 'lessonId'` : sql`json ->> 'lessonId'`;
    await sql`
      insert into seat_progress (seat_id, lesson_id, json)
      select seat_id, ${lessonId}, json from seat_progress_before`.execute(db);
    await db.schema.dropTable('seat_progress_before').execute();

    await db.schema
      .createTable('hand_in')
      .addColumn('seat_id', 'text', (column) => column.notNull().references('seat.id'))
      .addColumn('lesson_id', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('blocks', 'text')
      .addColumn('handed_in_at', 'bigint')
      .addColumn('comment', 'text')
      .addColumn('badge', 'text')
      .addColumn('returned_at', 'bigint')
      .addPrimaryKeyConstraint('hand_in_key', ['seat_id', 'lesson_id'])
      .execute();
  },
};

/** The classroom’s tables, by name in order. */
export const classroomMigrations: Readonly<Record<string, Migration>> = {
  '2026-11-22-020-classroom': createClassroom,
  '2026-11-22-021-pupils': partPupilsFromSeats,
  '2026-11-22-022-keep-collect-send': keepCollectSend,
};

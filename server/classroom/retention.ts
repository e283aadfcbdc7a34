import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { StorageTables } from '../storage/tables.ts';
import type { ClassroomTables } from './tables.ts';

/**
 * Deletes pupils, seats, workspaces, histories and progress of classes that ended 7 days ago or earlier. Of the pupils only their
 * number and the number of their saves stay.
 *
 * @param now ms since 1970.
 * @returns how many classes were swept.
 */
export async function sweepEndedClasses(database: Kysely<StorageTables>, now: number): Promise<number> {
  const db = database.withTables<ClassroomTables>();
  const due = await db.selectFrom('class').select('id').where('delete_at', '<=', now).execute();
  for (const { id } of due) await sweep(db, id);
  return due.length;
}

/** How often data that is due is looked for, in ms. */
const sweepIntervalMs = 60 * 60 * 1000;

/** Sweeps now and every hour; returns how to end that. */
export async function startSweeping({
  db,
  logger,
  now,
}: {
  db: Kysely<StorageTables>;
  logger: Logger;
  now: () => number;
}): Promise<() => void> {
  const sweepAndTell = async () => {
    const classes = await sweepEndedClasses(db, now());
    if (classes > 0) logger.info({ classes }, 'deleted the pupils’ data of classes that ended 7 days ago');
  };
  await sweepAndTell();
  const timer = setInterval(() => {
    sweepAndTell().catch((error: unknown) => logger.error({ err: error }, 'deleting pupils’ data failed'));
  }, sweepIntervalMs);
  return () => clearInterval(timer);
}

async function sweep(db: Kysely<StorageTables & ClassroomTables>, classId: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const seats = transaction.selectFrom('seat').select('seat.id').where('class_id', '=', classId);
    const pupils = await transaction
      .selectFrom('pupil')
      .where('class_id', '=', classId)
      .select((select) => select.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    const counted = await transaction
      .selectFrom('class')
      .selectAll()
      .where('id', '=', classId)
      .executeTakeFirstOrThrow();
    const ids = transaction.selectFrom('pupil').select('pupil.id').where('class_id', '=', classId);
    await transaction.deleteFrom('pupil_token').where('pupil_id', 'in', ids).execute();
    await transaction.deleteFrom('pupil').where('class_id', '=', classId).execute();
    await transaction.deleteFrom('hand_in').where('seat_id', 'in', seats).execute();
    await transaction.deleteFrom('seat_progress').where('seat_id', 'in', seats).execute();
    await transaction.deleteFrom('workspace_version').where('seat_id', 'in', seats).execute();
    await transaction.deleteFrom('workspace').where('seat_id', 'in', seats).execute();
    await transaction.deleteFrom('seat').where('class_id', '=', classId).execute();
    await transaction.deleteFrom('class').where('id', '=', classId).execute();
    await transaction
      .insertInto('class_count')
      .values({
        id: randomUUID(),
        lesson_id: counted.lesson_id,
        day: new Date(counted.started_at).toISOString().slice(0, 10),
        school_id: counted.school_id,
        pupils: Number(pupils.count),
        goals: 0,
      })
      .execute();
  });
}

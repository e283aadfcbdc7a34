import { randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { lessonProgressSchema } from '../live/contract/live.ts';
import type { StorageTables } from '../storage/tables.ts';
import type { ClassCountTable, ClassroomTables } from './tables.ts';

type Tables = StorageTables & ClassroomTables;

/** Of `meta`: since when (ms since 1970) the files hold remains of rows that were deleted. */
export const eraseDueKey = 'erase-due';

/** The tables that hold what pupils leave behind; from these it is deleted. */
export const pupilTables = [
  'pupil_token',
  'pupil',
  'hand_in',
  'seat_progress',
  'workspace_version',
  'workspace',
  'seat',
  'class',
] as const;

/**
 * Deletes a class with all that pupils left there, in one transaction: killed in the middle, it never happened. Its
 * numbers stay, unless nobody was in it.
 *
 * @param now ms since 1970
 * @returns the numbers; undefined when there is no such class any more.
 */
export async function deleteStoredClass(
  database: Kysely<StorageTables>,
  classId: string,
  now: number,
): Promise<ClassCountTable | undefined> {
  return database
    .withTables<ClassroomTables>()
    .transaction()
    .execute(async (transaction) => {
      const count = await countsOf(transaction, classId);
      if (!count) return undefined;
      // Killed before the files are clean, the server cleans them at its next start.
      await transaction
        .insertInto('meta')
        .values({ key: eraseDueKey, value: String(now) })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .execute();
      if (count.pupils > 0) await transaction.insertInto('class_count').values(count).execute();
      const seats = transaction.selectFrom('seat').select('seat.id').where('class_id', '=', classId);
      const pupils = transaction.selectFrom('pupil').select('pupil.id').where('class_id', '=', classId);
      await transaction.deleteFrom('pupil_token').where('pupil_id', 'in', pupils).execute();
      await transaction.deleteFrom('pupil').where('class_id', '=', classId).execute();
      for (const table of ['hand_in', 'seat_progress', 'workspace_version', 'workspace'] as const) {
        await transaction.deleteFrom(table).where('seat_id', 'in', seats).execute();
      }
      await transaction.deleteFrom('seat').where('class_id', '=', classId).execute();
      await transaction.deleteFrom('class').where('id', '=', classId).execute();
      return count;
    });
}

/** What is counted of a class; nothing of it names anybody, not even the class. */
async function countsOf(
  transaction: Transaction<Tables>,
  classId: string,
): Promise<ClassCountTable | undefined> {
  const found = await transaction
    .selectFrom('class')
    .select(['lesson_id', 'school_id', 'started_at'])
    .where('id', '=', classId)
    .executeTakeFirst();
  if (!found) return undefined;
  const { pupils } = await transaction
    .selectFrom('pupil')
    .where('class_id', '=', classId)
    .select(({ fn }) => fn.countAll<number>().as('pupils'))
    .executeTakeFirstOrThrow();
  const progress = await transaction
    .selectFrom('seat_progress')
    .innerJoin('seat', 'seat.id', 'seat_progress.seat_id')
    .where('seat.class_id', '=', classId)
    .select('json')
    .execute();
  return {
    id: randomUUID(),
    lesson_id: found.lesson_id,
    day: new Date(found.started_at).toISOString().slice(0, 10),
    school_id: found.school_id,
    pupils: Number(pupils),
    goals: progress.reduce((sum, { json }) => sum + goalsIn(json), 0),
  };
}

/** Goals reached in a seat; what an older server kept in another form does not keep the class from being deleted. */
export function goalsIn(json: string): number {
  try {
    return lessonProgressSchema.safeParse(JSON.parse(json)).data?.goals.length ?? 0;
  } catch {
    return 0;
  }
}

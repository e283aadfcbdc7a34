import type { Kysely, Transaction } from 'kysely';
import { type LessonProgress, lessonProgressSchema } from '../live/contract/live.ts';
import { mergeProgress, sameProgress } from '../live/contract/merge-progress.ts';
import type { StorageTables } from '../storage/tables.ts';
import type { ClassroomTables } from './tables.ts';

type Tables = StorageTables & ClassroomTables;

/** How far each seat is in its lesson. */
export class ProgressStore {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<StorageTables>) {
    this.#db = db.withTables<ClassroomTables>();
  }

  /** `null`: nothing was told yet. */
  read(seatId: string, lessonId: string): Promise<LessonProgress | null> {
    return readProgress(this.#db, seatId, lessonId);
  }

  /**
   * Adds what a page has reached; see `mergeProgress`.
   *
   * @returns what the seat has reached now, or `null` when nothing is new.
   */
  async add(seatId: string, told: LessonProgress): Promise<LessonProgress | null> {
    return this.#db.transaction().execute(async (transaction) => {
      const before = await readProgress(transaction, seatId, told.lessonId);
      // Only the teacher sends steps: a page cannot claim to have heard of one that was not sent.
      const sent = Math.min(told.sent ?? 0, before?.sent ?? 0);
      const after = mergeProgress(before, { ...told, sent: sent || undefined });
      if (sameProgress(before, after)) return null;
      await writeProgress(transaction, seatId, after);
      return after;
    });
  }
}

/** How far a seat is in a lesson; `null`: nothing is known. */
export async function readProgress(
  db: Kysely<Tables>,
  seatId: string,
  lessonId: string,
): Promise<LessonProgress | null> {
  const row = await db
    .selectFrom('seat_progress')
    .select('json')
    .where('seat_id', '=', seatId)
    .where('lesson_id', '=', lessonId)
    .executeTakeFirst();
  // What an older server kept in another form is not worth a page that does not open.
  const parsed = row && lessonProgressSchema.safeParse(JSON.parse(row.json));
  return parsed?.data ?? null;
}

/** Puts it in the place of what was known. */
export async function writeProgress(
  transaction: Transaction<Tables>,
  seatId: string,
  progress: LessonProgress,
): Promise<void> {
  const json = JSON.stringify(progress);
  await transaction
    .insertInto('seat_progress')
    .values({ seat_id: seatId, lesson_id: progress.lessonId, json })
    .onConflict((conflict) => conflict.columns(['seat_id', 'lesson_id']).doUpdateSet({ json }))
    .execute();
}

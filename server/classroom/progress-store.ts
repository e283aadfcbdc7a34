import type { Kysely } from 'kysely';
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
    return find(this.#db, seatId, lessonId);
  }

  /**
   * Adds what a page has reached; see `mergeProgress`.
   *
   * @returns what the seat has reached now, or `null` when nothing is new.
   */
  async add(seatId: string, told: LessonProgress): Promise<LessonProgress | null> {
    return this.#db.transaction().execute(async (transaction) => {
      const before = await find(transaction, seatId, told.lessonId);
      const after = mergeProgress(before, told);
      if (sameProgress(before, after)) return null;
      const json = JSON.stringify(after);
      await transaction
        .insertInto('seat_progress')
        .values({ seat_id: seatId, lesson_id: told.lessonId, json })
        .onConflict((conflict) => conflict.columns(['seat_id', 'lesson_id']).doUpdateSet({ json }))
        .execute();
      return after;
    });
  }
}

async function find(db: Kysely<Tables>, seatId: string, lessonId: string): Promise<LessonProgress | null> {
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

import type { Kysely, Transaction } from 'kysely';
import type { LessonProgress, WorkspaceView } from '../live/contract/live.ts';
import type { StorageTables } from '../storage/tables.ts';
import { remember } from './history-store.ts';
import { readProgress, writeProgress } from './progress-store.ts';
import type { ClassroomTables } from './tables.ts';
import { findWorkspace, toView } from './workspace-store.ts';

type Tables = StorageTables & ClassroomTables;

/** What a send did to a seat's work. */
export interface FreshStart {
  readonly seatId: string;
  /** The number in the history of what was put aside; null: there was nothing. */
  readonly setAside: number | null;
  /** It stands for the beginning. */
  readonly workspace: WorkspaceView;
}

/** What a teacher sends, in the database. Each method is one transaction: all the seats have it, or none. */
export class SendStore {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<StorageTables>) {
    this.#db = db.withTables<ClassroomTables>();
  }

  /**
   * Gives a lesson to a class, or to some of its seats. Those that are in it already keep their work.
   *
   * @param to the seats; `all`: it is the class's lesson from now on, and no seat has another.
   * @param now ms since 1970
   * @returns the seats that begin anew.
   */
  async lesson(
    classId: string,
    lessonId: string,
    to: readonly string[] | 'all',
    now: number,
  ): Promise<FreshStart[]> {
    return this.#db.transaction().execute(async (transaction) => {
      const seats = await transaction
        .selectFrom('seat')
        .innerJoin('class', 'class.id', 'seat.class_id')
        .select(['seat.id as id', 'seat.lesson_id as own', 'class.lesson_id as ofClass'])
        .where('seat.class_id', '=', classId)
        .where('class.state', '=', 'active')
        .execute();
      const meant = to === 'all' ? seats : seats.filter(({ id }) => to.includes(id));
      if (to === 'all') {
        await transaction
          .updateTable('class')
          .set({ lesson_id: lessonId })
          .where('id', '=', classId)
          .where('state', '=', 'active')
          .execute();
      }
      const fresh: FreshStart[] = [];
      for (const { id, own, ofClass } of meant) {
        const ownLesson = to === 'all' || lessonId === ofClass ? null : lessonId;
        await transaction.updateTable('seat').set({ lesson_id: ownLesson }).where('id', '=', id).execute();
        if ((own ?? ofClass) !== lessonId) fresh.push(await beginAnew(transaction, id, now));
      }
      return fresh;
    });
  }

  /** Puts the work of these seats back to the lesson's beginning. @param now ms since 1970 */
  async starter(seatIds: readonly string[], now: number): Promise<FreshStart[]> {
    return this.#db.transaction().execute(async (transaction) => {
      const fresh: FreshStart[] = [];
      for (const id of seatIds) fresh.push(await beginAnew(transaction, id, now));
      return fresh;
    });
  }

  /**
   * Opens a step for these seats.
   *
   * @returns how far each is now, in the order of `seats`; null: it has gone, or its class has ended.
   */
  async step(
    seats: readonly { readonly id: string; readonly lessonId: string }[],
    step: number,
  ): Promise<(LessonProgress | null)[]> {
    return this.#db.transaction().execute(async (transaction) => {
      const rows = await transaction
        .selectFrom('seat')
        .innerJoin('class', 'class.id', 'seat.class_id')
        .select('seat.id')
        .where(
          'seat.id',
          'in',
          seats.map(({ id }) => id),
        )
        .where('class.state', '=', 'active')
        .execute();
      const there = new Set(rows.map(({ id }) => id));
      const told: (LessonProgress | null)[] = [];
      for (const { id, lessonId } of seats) {
        // A pupil who is being taken out meanwhile must not keep the others from it.
        if (!there.has(id)) {
          told.push(null);
          continue;
        }
        const before = (await readProgress(transaction, id, lessonId)) ?? { ...beginning, lessonId };
        const after: LessonProgress = {
          ...before,
          step,
          furthest: Math.max(before.furthest, step),
          sent: (before.sent ?? 0) + 1,
        };
        await writeProgress(transaction, id, after);
        told.push(after);
      }
      return told;
    });
  }
}

const beginning: Omit<LessonProgress, 'lessonId'> = {
  step: 0,
  furthest: 0,
  goals: [],
  quizzes: [],
  left: [],
  celebrated: [],
  finished: false,
};

/** The work goes into the history, if it is not there, and the seat has nothing but the lesson's beginning. */
async function beginAnew(transaction: Transaction<Tables>, seatId: string, now: number): Promise<FreshStart> {
  const current = await findWorkspace(transaction, seatId);
  // Nobody has built anything yet: there is nothing to put aside, and nothing to replace.
  if (!current || current.blocks === 'null') return { seatId, setAside: null, workspace: toView(current) };
  const kept = await transaction
    .selectFrom('workspace_version')
    .select('number')
    .where('seat_id', '=', seatId)
    .where('kind', '=', 'saved')
    .where('version', '=', current.version)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const number =
    kept?.number ??
    (await remember(transaction, { ...current, kind: 'saved', saved_at: now, saved_by_pupil: null }));
  const fresh = { version: current.version + 1, blocks: 'null', saved_at: now, saved_by: '' };
  await transaction.updateTable('workspace').set(fresh).where('seat_id', '=', seatId).execute();
  return { seatId, setAside: number, workspace: toView({ ...fresh, seat_id: seatId }) };
}

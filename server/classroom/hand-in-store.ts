import type { Kysely, Transaction } from 'kysely';
import { ProblemError } from '../../device/contract/problem.ts';
import { type Blocks, blocksSchema, type HandInView } from '../live/contract/live.ts';
import type { StorageTables } from '../storage/tables.ts';
import { nothingToHandIn } from './hand-in-problems.ts';
import { type HandIn, type HandInDeed, handInView, stepHandIn, untouched } from './hand-in-state.ts';
import { classEnded } from './problems.ts';
import type { ClassroomTables } from './tables.ts';

type Tables = StorageTables & ClassroomTables;

/** A deed; what is handed in is what the seat has saved. */
export type StoredDeed = Exclude<HandInDeed, { type: 'hand-in' }> | { type: 'hand-in'; at: number };

/** What came of a deed. */
export interface HandInOutcome {
  /** The lesson the seat is in. */
  readonly lessonId: string;
  readonly handIn: HandInView;
}

/** What the seats have handed in, in the database. Each method is one transaction. */
export class HandInStore {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<StorageTables>) {
    this.#db = db.withTables<ClassroomTables>();
  }

  /** Where a seat's work stands in a lesson. */
  async read(seatId: string, lessonId: string): Promise<HandInView> {
    return handInView(await find(this.#db, seatId, lessonId));
  }

  /** What a seat has handed in in a lesson; null: nothing, or it was taken back. */
  async work(seatId: string, lessonId: string): Promise<{ blocks: Blocks; handedInAt: number } | null> {
    const { blocks, handedInAt } = await find(this.#db, seatId, lessonId);
    if (blocks === null || handedInAt === null) return null;
    return { blocks: blocksSchema.parse(JSON.parse(blocks)), handedInAt };
  }

  /**
   * Carries out a deed in the seat's lesson, as the database knows it: the class may have ended, or the lesson be
   * another one, since somebody pressed a button.
   *
   * @throws ProblemError `class-ended` when the seat is in no active class, `nothing-to-hand-in`, and what `stepHandIn`
   *   refuses.
   */
  async step(seatId: string, deed: StoredDeed): Promise<HandInOutcome> {
    return this.#db.transaction().execute(async (transaction) => {
      const lessonId = await lessonOf(transaction, seatId);
      if (lessonId === undefined) throw new ProblemError(classEnded());
      const before = await find(transaction, seatId, lessonId);
      const whole: HandInDeed =
        deed.type === 'hand-in' ? { ...deed, blocks: await savedBlocks(transaction, seatId) } : deed;
      const after = stepHandIn(before, whole);
      if (after !== before) await write(transaction, seatId, lessonId, after);
      return { lessonId, handIn: handInView(after) };
    });
  }
}

async function lessonOf(transaction: Transaction<Tables>, seatId: string): Promise<string | undefined> {
  const row = await transaction
    .selectFrom('seat')
    .innerJoin('class', 'class.id', 'seat.class_id')
    .select(['seat.lesson_id as own', 'class.lesson_id as ofClass'])
    .where('seat.id', '=', seatId)
    .where('class.state', '=', 'active')
    .executeTakeFirst();
  return row?.own ?? row?.ofClass;
}

/** @throws ProblemError `nothing-to-hand-in`. */
async function savedBlocks(transaction: Transaction<Tables>, seatId: string): Promise<string> {
  const row = await transaction
    .selectFrom('workspace')
    .select('blocks')
    .where('seat_id', '=', seatId)
    .executeTakeFirst();
  // An empty workspace is `{}`, and one that was set back to the lesson's beginning may be `null`.
  if (!row?.blocks || row.blocks === '{}' || row.blocks === 'null') throw new ProblemError(nothingToHandIn());
  return row.blocks;
}

async function find(db: Kysely<Tables>, seatId: string, lessonId: string): Promise<HandIn> {
  const row = await db
    .selectFrom('hand_in')
    .select(['state', 'blocks', 'handed_in_at', 'comment', 'badge', 'returned_at'])
    .where('seat_id', '=', seatId)
    .where('lesson_id', '=', lessonId)
    .executeTakeFirst();
  if (!row) return untouched;
  const { handed_in_at, returned_at, ...same } = row;
  return { ...same, handedInAt: handed_in_at, returnedAt: returned_at };
}

async function write(
  transaction: Transaction<Tables>,
  seatId: string,
  lessonId: string,
  { handedInAt, returnedAt, ...same }: HandIn,
): Promise<void> {
  const values = { ...same, handed_in_at: handedInAt, returned_at: returnedAt };
  await transaction
    .insertInto('hand_in')
    .values({ seat_id: seatId, lesson_id: lessonId, ...values })
    .onConflict((conflict) => conflict.columns(['seat_id', 'lesson_id']).doUpdateSet(values))
    .execute();
}

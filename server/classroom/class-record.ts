import type { Kysely } from 'kysely';
import type { ClassRecord, PersonView } from '../api/contract/endpoints.ts';
import { type Blocks, blocksSchema, type ClassView, lessonProgressSchema } from '../live/contract/live.ts';
import type { StorageTables } from '../storage/tables.ts';
import type { ClassStore, StoredClass } from './class-store.ts';
import { handInView, untouched } from './hand-in-state.ts';
import { owns } from './ownership.ts';
import { classUnknown } from './problems.ts';
import type { ClassroomTables } from './tables.ts';

type SeatRecord = ClassRecord['seats'][number];

/** What a record is made from. */
export interface RecordNeeds {
  readonly db: Kysely<StorageTables>;
  readonly store: Pick<ClassStore, 'class'>;
  readonly view: (one: StoredClass) => ClassView;
  /** ms since 1970. */
  readonly now: () => number;
}

/**
 * All that a class has made, from the database, so that an ended class has it too until it is deleted. A seat at which
 * nobody sits is left out: whoever it belongs to works elsewhere.
 *
 * @throws HttpProblem `class-unknown`.
 */
export async function classRecord(
  { db: database, store, view, now }: RecordNeeds,
  person: PersonView,
  classId: string,
): Promise<ClassRecord> {
  const found = await store.class(classId);
  if (!found || !owns(person, found) || isDue(found, now())) throw classUnknown();
  const db = database.withTables<ClassroomTables>();
  const { ended_at: endedAt } = await db
    .selectFrom('class')
    .select('ended_at')
    .where('id', '=', classId)
    .executeTakeFirstOrThrow();
  const seats = await db
    .selectFrom('seat')
    .leftJoin('workspace', 'workspace.seat_id', 'seat.id')
    .select(['seat.id', 'seat.lesson_id as ownLessonId', 'workspace.saved_at as savedAt', 'workspace.blocks'])
    .where('seat.class_id', '=', classId)
    .orderBy('seat.created_at')
    .execute();
  const pupils = await db
    .selectFrom('pupil')
    .select(['seat_id as seatId', 'nickname'])
    .where('class_id', '=', classId)
    .orderBy('joined_at')
    .execute();
  const ids = db.selectFrom('seat').select('seat.id').where('class_id', '=', classId);
  const progress = await db
    .selectFrom('seat_progress')
    .select(['seat_id as seatId', 'json'])
    .where('seat_id', 'in', ids)
    .execute();
  const handIns = await db.selectFrom('hand_in').selectAll().where('seat_id', 'in', ids).execute();

  const records = seats.map(({ id, ownLessonId, savedAt, blocks }): SeatRecord => {
    const lessonId = ownLessonId ?? found.lessonId;
    const row = handIns.find((one) => one.seat_id === id && one.lesson_id === lessonId);
    return {
      id,
      nicknames: pupils.filter(({ seatId }) => seatId === id).map(({ nickname }) => nickname),
      lessonId,
      goals: goalsFrom(progress.filter(({ seatId }) => seatId === id)),
      savedAt,
      blocks: blocks ? blocksFrom(blocks) : null,
      handIn: handInView(
        row ? { ...row, handedInAt: row.handed_in_at, returnedAt: row.returned_at } : untouched,
      ),
      handedIn:
        row?.blocks && row.handed_in_at !== null
          ? { blocks: blocksFrom(row.blocks), at: row.handed_in_at }
          : null,
    };
  });
  return { class: view(found), endedAt, seats: records.filter(({ nicknames }) => nicknames.length > 0) };
}

/** The sweep comes once an hour; what is due is gone for everybody already. */
function isDue({ deletesAt }: StoredClass, now: number): boolean {
  return deletesAt !== null && deletesAt <= now;
}

function goalsFrom(rows: readonly { json: string }[]): Record<string, string[]> {
  const told = rows.map(({ json }) => lessonProgressSchema.safeParse(JSON.parse(json)).data);
  return Object.fromEntries(told.flatMap((one) => (one ? [[one.lessonId, one.goals]] : [])));
}

function blocksFrom(json: string): Blocks {
  return blocksSchema.parse(JSON.parse(json) ?? {});
}

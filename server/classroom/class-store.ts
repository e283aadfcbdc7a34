import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { DeviceId } from '../../device/contract/topics.ts';
import { deletionTime } from '../live/contract/keep-time.ts';
import { type HandInView, lessonProgressSchema } from '../live/contract/live.ts';
import type { StorageTables } from '../storage/tables.ts';
import { drawClassCode } from './class-code.ts';
import { handInView, untouched } from './hand-in-state.ts';
import { pupilColumns } from './pupil-store.ts';
import { type ActiveClass, type ClassContent, neverHandedIn, type Place } from './roster.ts';
import type { ClassCountTable, ClassroomTables, ClassTable } from './tables.ts';

/** A class that may have ended. */
export interface StoredClass extends ActiveClass {
  readonly state: ClassTable['state'];
  /** When it is deleted, ms since 1970; null while it is active. */
  readonly deletesAt: number | null;
}

/** A class that has ended and is still kept. */
export interface EndedClass {
  readonly class: StoredClass;
  /** ms since 1970. */
  readonly endedAt: number;
  /** How many there are in it. */
  readonly pupils: number;
}

/** The classes and their Pis in the database. Each method is one transaction. */
export class ClassStore {
  readonly #db: Kysely<StorageTables & ClassroomTables>;

  constructor(db: Kysely<StorageTables>) {
    this.#db = db.withTables<ClassroomTables>();
  }

  /** What the active classes are made of, in the order of starting and joining. */
  async active(): Promise<ClassContent[]> {
    const classes = await this.#db
      .selectFrom('class')
      .selectAll()
      .where('state', '=', 'active')
      .orderBy('started_at')
      .execute();
    const seats = await this.#db
      .selectFrom('seat')
      .innerJoin('class', 'class.id', 'seat.class_id')
      .leftJoin('workspace', 'workspace.seat_id', 'seat.id')
      .leftJoin('seat_progress', (join) =>
        join
          .onRef('seat_progress.seat_id', '=', 'seat.id')
          .on('seat_progress.lesson_id', '=', sql<string>`coalesce(seat.lesson_id, class.lesson_id)`),
      )
      .leftJoin('hand_in', (join) =>
        join
          .onRef('hand_in.seat_id', '=', 'seat.id')
          .on('hand_in.lesson_id', '=', sql<string>`coalesce(seat.lesson_id, class.lesson_id)`),
      )
      .where('class.state', '=', 'active')
      .select([
        'seat.id',
        'seat.class_id as classId',
        'seat.device_id as deviceId',
        'seat.device_confirmed as confirmed',
        'seat.lesson_id as ownLessonId',
        'seat.created_at as joinedAt',
        'workspace.saved_at as savedAt',
        'seat_progress.json as progress',
        'hand_in.state as handInState',
        'hand_in.comment',
        'hand_in.badge',
        'hand_in.handed_in_at as handedInAt',
      ])
      .orderBy('seat.created_at')
      .execute();
    const places = seats.map(placeFrom);
    const pupils = await this.#db
      .selectFrom('pupil')
      .innerJoin('class', 'class.id', 'pupil.class_id')
      .where('class.state', '=', 'active')
      .select(pupilColumns)
      .orderBy('pupil.joined_at')
      .execute();
    const tokens = await this.#db
      .selectFrom('pupil_token')
      .innerJoin('pupil', 'pupil.id', 'pupil_token.pupil_id')
      .innerJoin('class', 'class.id', 'pupil.class_id')
      .where('class.state', '=', 'active')
      .select([
        'pupil_token.token_hash as tokenHash',
        'pupil_token.pupil_id as pupilId',
        'pupil.class_id as classId',
      ])
      .execute();
    const inClass =
      (id: string) =>
      ({ classId }: { readonly classId: string }) =>
        classId === id;
    return classes.map(fromRow).map((one) => ({
      class: one,
      seats: places.filter(inClass(one.id)),
      pupils: pupils.filter(inClass(one.id)),
      tokens: tokens.filter(inClass(one.id)),
    }));
  }

  async class(id: string): Promise<StoredClass | undefined> {
    const row = await this.#db.selectFrom('class').selectAll().where('id', '=', id).executeTakeFirst();
    return row && fromRow(row);
  }

  async start(
    started: Pick<ActiveClass, 'name' | 'schoolId' | 'teacherId' | 'lessonId' | 'startedAt' | 'keepDays'>,
  ): Promise<ActiveClass> {
    return this.#db.transaction().execute(async (transaction) => {
      const rows = await transaction
        .selectFrom('class')
        .select('code')
        .where('state', '=', 'active')
        .execute();
      const codes = new Set(rows.map(({ code }) => code));
      let code = drawClassCode();
      while (codes.has(code)) code = drawClassCode();
      const row: ClassTable = {
        id: randomUUID(),
        code,
        name: started.name,
        school_id: started.schoolId,
        teacher_id: started.teacherId,
        lesson_id: started.lessonId,
        state: 'active',
        started_at: started.startedAt,
        ended_at: null,
        all_blocks: 0,
        keep_days: started.keepDays,
        delete_at: null,
      };
      await transaction.insertInto('class').values(row).execute();
      return fromRow(row);
    });
  }

  /** Ends a class: its Pis are free; the pupils' work stays until the class is deleted. */
  async end(
    id: string,
    { endedAt, deletesAt, keepDays }: { endedAt: number; deletesAt: number; keepDays: number },
  ): Promise<void> {
    await this.#db.transaction().execute(async (transaction) => {
      await transaction
        .updateTable('class')
        .set({ state: 'ended', ended_at: endedAt, delete_at: deletesAt, keep_days: keepDays })
        .where('id', '=', id)
        .where('state', '=', 'active')
        .execute();
      await transaction
        .updateTable('seat')
        .set({ device_id: null, device_confirmed: 0 })
        .where('class_id', '=', id)
        .execute();
    });
  }

  /** Ended classes that are still kept: of one teacher, or null: of all. The next to go comes first. */
  async ended(teacherId: string | null, now: number): Promise<EndedClass[]> {
    const rows = await this.#db
      .selectFrom('class')
      .selectAll('class')
      .select(({ selectFrom, fn }) =>
        selectFrom('pupil')
          .whereRef('pupil.class_id', '=', 'class.id')
          .select(fn.countAll<number>().as('count'))
          .as('pupils'),
      )
      .where('state', '=', 'ended')
      .where('delete_at', '>', now)
      .$if(teacherId !== null, (query) => query.where('teacher_id', '=', teacherId ?? ''))
      .orderBy('delete_at')
      .execute();
    return rows.map((row) => ({
      class: fromRow(row),
      endedAt: row.ended_at ?? 0,
      pupils: Number(row.pupils ?? 0),
    }));
  }

  /** The class that had this code last and is still kept. */
  async endedByCode(code: string, now: number): Promise<StoredClass | undefined> {
    const row = await this.#db
      .selectFrom('class')
      .selectAll()
      .where('code', '=', code)
      .where('state', '=', 'ended')
      .where('delete_at', '>', now)
      .orderBy('ended_at', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row && fromRow(row);
  }

  async setSettings(
    id: string,
    { allBlocks, keepDays }: Pick<ActiveClass, 'allBlocks' | 'keepDays'>,
  ): Promise<void> {
    await this.#db
      .updateTable('class')
      .set({ all_blocks: allBlocks ? 1 : 0, keep_days: keepDays })
      .where('id', '=', id)
      .where('state', '=', 'active')
      .execute();
  }

  /**
   * Keeps a class that has ended for so many days from its end.
   *
   * @returns when it is deleted, ms since 1970; undefined when it is gone.
   */
  async keepEnded(id: string, keepDays: number): Promise<number | undefined> {
    return this.#db.transaction().execute(async (transaction) => {
      const found = await transaction
        .selectFrom('class')
        .select('ended_at')
        .where('id', '=', id)
        .where('state', '=', 'ended')
        .executeTakeFirst();
      if (found?.ended_at == null) return undefined;
      const deletesAt = deletionTime(found.ended_at, keepDays);
      await transaction
        .updateTable('class')
        .set({ keep_days: keepDays, delete_at: deletesAt })
        .where('id', '=', id)
        .execute();
      return deletesAt;
    });
  }

  /** What stays of the classes that were deleted, the newest first. */
  counts(): Promise<ClassCountTable[]> {
    return this.#db.selectFrom('class_count').selectAll().orderBy('day', 'desc').execute();
  }

  /** Gives a seat a Pi, or none; takes it from the seat that had it. */
  async assign(seatId: string, deviceId: DeviceId | null, confirmed = false): Promise<void> {
    await this.#db.transaction().execute(async (transaction) => {
      if (deviceId !== null) {
        await transaction
          .updateTable('seat')
          .set({ device_id: null, device_confirmed: 0 })
          .where('device_id', '=', deviceId)
          .execute();
      }
      await transaction
        .updateTable('seat')
        .set({ device_id: deviceId, device_confirmed: confirmed ? 1 : 0 })
        .where('id', '=', seatId)
        .execute();
    });
  }

  /**
   * Gives a seat the Pi that its pupils say is before them; whoever merely got it by itself gets `swapped`.
   *
   * @returns false when the seats no longer stand as `claim` says, so that nothing was written.
   */
  async claim({ seatId, deviceId, had, holderId, swapped }: PiClaim): Promise<boolean> {
    return this.#db.transaction().execute(async (transaction) => {
      const rows = await transaction
        .selectFrom('seat')
        .innerJoin('class', 'class.id', 'seat.class_id')
        .select([
          'seat.id',
          'seat.device_id as deviceId',
          'seat.device_confirmed as confirmed',
          'class.state',
        ])
        .where((where) => where.or([where('seat.id', '=', seatId), where('seat.device_id', '=', deviceId)]))
        .execute();
      const own = rows.find(({ id }) => id === seatId);
      const holder = rows.find(({ id }) => id !== seatId);
      if (own?.state !== 'active' || own.deviceId !== had) return false;
      if ((holder?.id ?? null) !== holderId || holder?.confirmed === 1) return false;
      const set = (id: string, device_id: DeviceId | null, device_confirmed: number) =>
        transaction.updateTable('seat').set({ device_id, device_confirmed }).where('id', '=', id).execute();
      // No two seats may have one Pi, not even within the transaction.
      await set(seatId, null, 0);
      if (holderId !== null) await set(holderId, null, 0);
      await set(seatId, deviceId, 1);
      if (holderId !== null && swapped !== null) await set(holderId, swapped, 0);
      return true;
    });
  }
}

/** A claim of a Pi, and how the seats stood when it was decided. */
export interface PiClaim {
  readonly seatId: string;
  readonly deviceId: DeviceId;
  /** The Pi that the seat had before. */
  readonly had: DeviceId | null;
  /** The other seat that had the Pi. */
  readonly holderId: string | null;
  /** What that seat gets for it. */
  readonly swapped: DeviceId | null;
}

function fromRow(row: ClassTable): StoredClass {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    schoolId: row.school_id,
    teacherId: row.teacher_id,
    lessonId: row.lesson_id,
    startedAt: row.started_at,
    allBlocks: row.all_blocks === 1,
    keepDays: row.keep_days,
    deletesAt: row.delete_at,
    state: row.state,
  };
}

/** A seat as it comes from the database. */
interface PlaceRow
  extends Pick<Place, 'id' | 'classId' | 'deviceId' | 'joinedAt' | 'savedAt' | 'ownLessonId'> {
  readonly confirmed: number;
  readonly progress: string | null;
  readonly handInState: HandInView['state'] | null;
  readonly comment: string | null;
  readonly badge: HandInView['badge'];
  readonly handedInAt: number | null;
}

function placeFrom({
  confirmed,
  progress,
  handInState,
  comment,
  badge,
  handedInAt,
  ...seat
}: PlaceRow): Place {
  // What an older server kept in another form is not worth a server that does not start.
  const parsed = progress === null ? undefined : lessonProgressSchema.safeParse(JSON.parse(progress)).data;
  return {
    ...seat,
    deviceConfirmed: confirmed === 1,
    progress: parsed ? { step: parsed.step, goals: parsed.goals } : null,
    handIn:
      handInState === null
        ? neverHandedIn
        : handInView({ ...untouched, state: handInState, comment, badge, handedInAt }),
  };
}

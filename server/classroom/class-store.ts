import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { DeviceId } from '../../device/contract/topics.ts';
import type { StorageTables } from '../storage/tables.ts';
import { drawClassCode } from './class-code.ts';
import { uniqueNickname } from './nickname.ts';
import { classCodeUnknown, classFull } from './problems.ts';
import type { ActiveClass, ActiveSeat } from './roster.ts';
import type { ClassroomTables, ClassTable } from './tables.ts';

/** Most pupils in one class. */
const maxSeats = 60;

/** A class that may have ended. */
export interface StoredClass extends ActiveClass {
  readonly state: ClassTable['state'];
}

/** The classes and seats in the database. Each method is one transaction. */
export class ClassStore {
  readonly #db: Kysely<StorageTables & ClassroomTables>;

  constructor(db: Kysely<StorageTables>) {
    this.#db = db.withTables<ClassroomTables>();
  }

  async active(): Promise<{ classes: ActiveClass[]; seats: ActiveSeat[] }> {
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
      .where('class.state', '=', 'active')
      .select([
        'seat.id',
        'seat.class_id as classId',
        'seat.nickname',
        'seat.token_hash as tokenHash',
        'seat.device_id as deviceId',
        'seat.created_at as joinedAt',
        'workspace.saved_at as savedAt',
      ])
      .orderBy('seat.created_at')
      .execute();
    return { classes: classes.map(fromRow), seats };
  }

  async class(id: string): Promise<StoredClass | undefined> {
    const row = await this.#db.selectFrom('class').selectAll().where('id', '=', id).executeTakeFirst();
    return row && fromRow(row);
  }

  async start(
    started: Pick<ActiveClass, 'name' | 'schoolId' | 'teacherId' | 'lessonId' | 'startedAt'>,
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
        pupil_count: null,
        save_count: null,
      };
      await transaction.insertInto('class').values(row).execute();
      return fromRow(row);
    });
  }

  /** Ends a class: its Pis are free; the pupils' work stays until the sweep. */
  async end(id: string, endedAt: number): Promise<void> {
    await this.#db.transaction().execute(async (transaction) => {
      await transaction
        .updateTable('class')
        .set({ state: 'ended', ended_at: endedAt })
        .where('id', '=', id)
        .where('state', '=', 'active')
        .execute();
      await transaction.updateTable('seat').set({ device_id: null }).where('class_id', '=', id).execute();
    });
  }

  /**
   * Adds a seat, and gives it the first of the `devices` that no seat has.
   *
   * @throws HttpProblem `class-full`, or `class-code-unknown` when the class has ended meanwhile.
   */
  async addSeat(wanted: {
    classId: string;
    nickname: string;
    tokenHash: string;
    devices: readonly DeviceId[];
    joinedAt: number;
  }): Promise<ActiveSeat> {
    return this.#db.transaction().execute(async (transaction) => {
      const found = await transaction
        .selectFrom('class')
        .select('state')
        .where('id', '=', wanted.classId)
        .executeTakeFirst();
      if (found?.state !== 'active') throw classCodeUnknown();
      const seats = await transaction
        .selectFrom('seat')
        .select('nickname')
        .where('class_id', '=', wanted.classId)
        .execute();
      if (seats.length >= maxSeats) throw classFull(maxSeats);
      const taken = await transaction
        .selectFrom('seat')
        .select('device_id')
        .where('device_id', 'is not', null)
        .execute();
      const takenIds = new Set(taken.map(({ device_id }) => device_id));
      const seat: ActiveSeat = {
        id: randomUUID(),
        classId: wanted.classId,
        nickname: uniqueNickname(
          wanted.nickname,
          seats.map(({ nickname }) => nickname),
        ),
        tokenHash: wanted.tokenHash,
        deviceId: wanted.devices.find((id) => !takenIds.has(id)) ?? null,
        joinedAt: wanted.joinedAt,
        savedAt: null,
      };
      await transaction
        .insertInto('seat')
        .values({
          id: seat.id,
          class_id: seat.classId,
          nickname: seat.nickname,
          token_hash: seat.tokenHash,
          device_id: seat.deviceId,
          created_at: seat.joinedAt,
        })
        .execute();
      return seat;
    });
  }

  /** Gives a seat a Pi, or none; takes it from the seat that had it. */
  async assign(seatId: string, deviceId: DeviceId | null): Promise<void> {
    await this.#db.transaction().execute(async (transaction) => {
      if (deviceId !== null) {
        await transaction
          .updateTable('seat')
          .set({ device_id: null })
          .where('device_id', '=', deviceId)
          .execute();
      }
      await transaction.updateTable('seat').set({ device_id: deviceId }).where('id', '=', seatId).execute();
    });
  }
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
    state: row.state,
  };
}

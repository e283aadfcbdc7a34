import { randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { DeviceId } from '../../device/contract/topics.ts';
import type { StorageTables } from '../storage/tables.ts';
import { uniqueNickname } from './nickname.ts';
import { classCodeUnknown, classFull } from './problems.ts';
import { type ActivePupil, neverHandedIn, type Place } from './roster.ts';
import type { ClassroomTables, ClassTable } from './tables.ts';

/** Most pupils in one class. */
const maxPupils = 60;

/** Browsers of one pupil that hold a token: a laptop that sleeps keeps its own while the pupil is at another machine. */
const maxTokens = 5;

/** How a pupil's row is read as an `ActivePupil`. */
export const pupilColumns = [
  'pupil.id',
  'pupil.class_id as classId',
  'pupil.seat_id as seatId',
  'pupil.home_seat_id as homeSeatId',
  'pupil.nickname',
  'pupil.joined_at as joinedAt',
] as const;

type Tables = StorageTables & ClassroomTables;

/** The pupils and where they sit, in the database. Each method is one transaction. */
export class PupilStore {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<StorageTables>) {
    this.#db = db.withTables<ClassroomTables>();
  }

  /**
   * Adds a pupil with a seat of their own, and gives it the first of the `devices` that no seat has.
   *
   * @throws HttpProblem `class-full`, or `class-code-unknown` when the class has ended meanwhile.
   */
  async add(wanted: {
    classId: string;
    nickname: string;
    tokenHash: string;
    resumeHash: string;
    devices: readonly DeviceId[];
    joinedAt: number;
  }): Promise<{ pupil: ActivePupil; seat: Place }> {
    return this.#db.transaction().execute(async (transaction) => {
      const { classId, joinedAt } = wanted;
      const found = await transaction
        .selectFrom('class')
        .select('state')
        .where('id', '=', classId)
        .executeTakeFirst();
      if (found?.state !== 'active') throw classCodeUnknown();
      const names = await nicknamesIn(transaction, classId);
      if (names.length >= maxPupils) throw classFull(maxPupils);
      const seat: Place = {
        id: randomUUID(),
        classId,
        deviceId: await firstFree(transaction, wanted.devices),
        joinedAt,
        savedAt: null,
        deviceConfirmed: false,
        ownLessonId: null,
        progress: null,
        handIn: neverHandedIn,
      };
      const nickname = uniqueNickname(wanted.nickname, names);
      const pupil: ActivePupil = {
        id: randomUUID(),
        classId,
        seatId: seat.id,
        homeSeatId: seat.id,
        nickname,
        joinedAt,
      };
      await transaction
        .insertInto('seat')
        .values({
          id: seat.id,
          class_id: classId,
          device_id: seat.deviceId,
          device_confirmed: 0,
          lesson_id: null,
          created_at: joinedAt,
        })
        .execute();
      await transaction
        .insertInto('pupil')
        .values({
          id: pupil.id,
          class_id: classId,
          seat_id: seat.id,
          home_seat_id: seat.id,
          nickname,
          joined_at: joinedAt,
          resume_hash: wanted.resumeHash,
        })
        .execute();
      await transaction
        .insertInto('pupil_token')
        .values({ token_hash: wanted.tokenHash, pupil_id: pupil.id, created_at: joinedAt })
        .execute();
      return { pupil, seat };
    });
  }

  /** Who comes back with this code, and whether their class is still active. */
  async byResumeHash(
    resumeHash: string,
  ): Promise<{ pupilId: string; state: ClassTable['state'] } | undefined> {
    return this.#db
      .selectFrom('pupil')
      .innerJoin('class', 'class.id', 'pupil.class_id')
      .select(['pupil.id as pupilId', 'class.state'])
      .where('pupil.resume_hash', '=', resumeHash)
      .executeTakeFirst();
  }

  /** From now on the pupil comes back with another code. */
  async setResumeHash(pupilId: string, resumeHash: string): Promise<void> {
    await this.#db.updateTable('pupil').set({ resume_hash: resumeHash }).where('id', '=', pupilId).execute();
  }

  /**
   * Adds a token; beyond `maxTokens`, the oldest are given up.
   *
   * @returns the hashes of all that the pupil has now.
   */
  async addToken(pupilId: string, tokenHash: string, createdAt: number): Promise<string[]> {
    return this.#db.transaction().execute(async (transaction) => {
      const before = await transaction
        .selectFrom('pupil_token')
        .select('token_hash')
        .where('pupil_id', '=', pupilId)
        .orderBy('created_at', 'desc')
        .execute();
      const hashes = before.map(({ token_hash }) => token_hash);
      const given = hashes.slice(maxTokens - 1);
      if (given.length > 0) {
        await transaction.deleteFrom('pupil_token').where('token_hash', 'in', given).execute();
      }
      await transaction
        .insertInto('pupil_token')
        .values({ token_hash: tokenHash, pupil_id: pupilId, created_at: createdAt })
        .execute();
      return [tokenHash, ...hashes.slice(0, maxTokens - 1)];
    });
  }

  /** @returns the nickname as it became unique in the class. */
  async rename({ id, classId }: ActivePupil, wanted: string): Promise<string> {
    return this.#db.transaction().execute(async (transaction) => {
      const nickname = uniqueNickname(wanted, await nicknamesIn(transaction, classId, id));
      await transaction.updateTable('pupil').set({ nickname }).where('id', '=', id).execute();
      return nickname;
    });
  }

  /** The pupil sits at another seat from now on; `homeSeatId` stays. A seat that is empty then has no Pi. */
  async move(pupilId: string, seatId: string): Promise<void> {
    await this.#db.transaction().execute(async (transaction) => {
      await transaction.updateTable('pupil').set({ seat_id: seatId }).where('id', '=', pupilId).execute();
      await freePis(transaction);
    });
  }

  /**
   * Deletes a pupil, and of their seats, with all the work there, those that nobody else sits at or comes home to. A
   * seat that stays and is empty has no Pi.
   *
   * @returns the ids of the seats that are gone.
   */
  async remove({ id, seatId, homeSeatId }: ActivePupil): Promise<string[]> {
    return this.#db.transaction().execute(async (transaction) => {
      await transaction.deleteFrom('pupil_token').where('pupil_id', '=', id).execute();
      await transaction.deleteFrom('pupil').where('id', '=', id).execute();
      await transaction
        .updateTable('workspace_version')
        .set({ saved_by_pupil: null })
        .where('saved_by_pupil', '=', id)
        .execute();
      const gone: string[] = [];
      for (const seat of new Set([seatId, homeSeatId])) {
        if (await isNeeded(transaction, seat)) continue;
        await transaction.deleteFrom('hand_in').where('seat_id', '=', seat).execute();
        await transaction.deleteFrom('seat_progress').where('seat_id', '=', seat).execute();
        await transaction.deleteFrom('workspace_version').where('seat_id', '=', seat).execute();
        await transaction.deleteFrom('workspace').where('seat_id', '=', seat).execute();
        await transaction.deleteFrom('seat').where('id', '=', seat).execute();
        gone.push(seat);
      }
      await freePis(transaction);
      return gone;
    });
  }
}

async function nicknamesIn(
  transaction: Transaction<Tables>,
  classId: string,
  except = '',
): Promise<string[]> {
  const rows = await transaction
    .selectFrom('pupil')
    .select('nickname')
    .where('class_id', '=', classId)
    .where('id', '!=', except)
    .execute();
  return rows.map(({ nickname }) => nickname);
}

async function firstFree(
  transaction: Transaction<Tables>,
  devices: readonly DeviceId[],
): Promise<DeviceId | null> {
  const taken = await transaction
    .selectFrom('seat')
    .select('device_id')
    .where('device_id', 'is not', null)
    .execute();
  const takenIds = new Set(taken.map(({ device_id }) => device_id));
  return devices.find((id) => !takenIds.has(id)) ?? null;
}

/** A seat at which nobody sits holds no Pi: killed between the two, the server would have a Pi that nobody can get. */
async function freePis(transaction: Transaction<Tables>): Promise<void> {
  await transaction
    .updateTable('seat')
    .set({ device_id: null, device_confirmed: 0 })
    .where('device_id', 'is not', null)
    .where('id', 'not in', transaction.selectFrom('pupil').select('seat_id'))
    .execute();
}

async function isNeeded(transaction: Transaction<Tables>, seatId: string): Promise<boolean> {
  const pupil = await transaction
    .selectFrom('pupil')
    .select('id')
    .where((where) => where.or([where('seat_id', '=', seatId), where('home_seat_id', '=', seatId)]))
    .executeTakeFirst();
  return pupil !== undefined;
}

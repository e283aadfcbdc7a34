import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { databaseSize, emptyJournal, eraseDeleted } from '../storage/erase.ts';
import type { StorageTables } from '../storage/tables.ts';
import { deleteStoredClass, eraseDueKey, pupilTables } from './class-deletion.ts';
import type { ClassCountTable, ClassroomTables } from './tables.ts';

/** What keeping and deleting needs. */
export interface RetentionNeeds {
  readonly db: Kysely<StorageTables>;
  readonly logger: Logger;
  /** ms since 1970. */
  readonly now: () => number;
  /** Whether pupils are at work, who would notice that the server does nothing for a moment. */
  readonly isBusy: () => boolean;
}

/** Longest pause between two looks, ms: the computer's clock may be set meanwhile. */
const longestPause = 10 * 60 * 1000;
/** A database of this size, bytes, is written anew in a moment that nobody notices. */
const smallEnough = 16 * 1024 * 1024;
/** After this time, ms, a larger one is written anew even while pupils are at work. */
const longestBusy = 24 * 60 * 60 * 1000;

/** Deletes classes when their time has come, and makes sure that nothing of them is left in the files. */
export class Retention {
  readonly #needs: RetentionNeeds;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(needs: RetentionNeeds) {
    this.#needs = needs;
  }

  /**
   * Deletes what is due now and from now on at its minute; when this resolves, nothing that is due is there any more.
   * What fails is logged and tried again.
   *
   * @returns when that is done.
   */
  async look(): Promise<void> {
    this.#looking = this.#looking.then(() => this.#lookNow());
    await this.#looking;
  }

  /**
   * Deletes a class now, whether or not its time has come.
   *
   * @returns its numbers; undefined when there is no such class any more.
   */
  async delete(classId: string): Promise<ClassCountTable | undefined> {
    const { db, logger, now } = this.#needs;
    const count = await deleteStoredClass(db, classId, now());
    if (count) logger.info({ pupils: count.pupils }, 'deleted a class as its teacher wished');
    await this.look();
    return count;
  }

  /** Resolves when nothing is under way any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#looking;
  }

  async #lookNow(): Promise<void> {
    if (this.#stopped) return;
    clearTimeout(this.#timer);
    let pause = longestPause;
    try {
      await this.#deleteDue();
      await this.#erase();
      pause = Math.min(pause, (await this.#nextDue()) - this.#needs.now());
    } catch (error) {
      this.#needs.logger.error({ err: error }, 'deleting pupils’ data failed');
      pause = 60_000;
    }
    if (this.#stopped) return;
    this.#timer = setTimeout(() => void this.look(), Math.max(0, pause));
    this.#timer.unref();
  }

  async #deleteDue(): Promise<void> {
    const { db, logger, now } = this.#needs;
    const due = await db
      .withTables<ClassroomTables>()
      .selectFrom('class')
      .select('id')
      .where('delete_at', '<=', now())
      .execute();
    for (const { id } of due) await deleteStoredClass(db, id, now());
    if (due.length > 0) logger.info({ classes: due.length }, 'deleted classes whose time had come');
  }

  async #erase(): Promise<void> {
    const { db, isBusy, now } = this.#needs;
    const due = await db.selectFrom('meta').select('value').where('key', '=', eraseDueKey).executeTakeFirst();
    if (!due) return;
    const waits = isBusy() && now() - Number(due.value) < longestBusy;
    if (waits && (await databaseSize(db, pupilTables)) > smallEnough) return emptyJournal(db, pupilTables);
    await eraseDeleted(db, pupilTables);
    await db.deleteFrom('meta').where('key', '=', eraseDueKey).execute();
  }

  async #nextDue(): Promise<number> {
    const next = await this.#needs.db
      .withTables<ClassroomTables>()
      .selectFrom('class')
      .select(({ fn }) => fn.min('delete_at').as('at'))
      .executeTakeFirst();
    return next?.at ?? Number.POSITIVE_INFINITY;
  }
}

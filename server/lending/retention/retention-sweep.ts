import { cleanRemains } from '../../storage/remains.ts';
import type { LendingContext } from '../interface.ts';
import { dayOf } from '../loans/local-time.ts';
import { germanTime } from '../papers/paper-values.ts';
import { eraseLoans } from './erase-loan.ts';
import { type NamedLoan, namedLoans } from './named-loans.ts';
import { readYears } from './retention-store.ts';

/** Pause between two looks, ms. */
const pause = 60 * 60_000;
/** So many in one transaction: others wait for no longer than a moment. */
const atOnce = 20;
/** When nobody works, by the local clock. */
const night = { from: '01:00', to: '05:00' } as const;

/** Anonymises loans whose time is over: at the start, then once on each day. What fails is tried again within the hour. */
export class RetentionSweep {
  readonly #context: LendingContext;
  #timer: ReturnType<typeof setInterval> | undefined;
  #running: Promise<void> = Promise.resolve();
  /** The local day that was looked at last. */
  #done = '';
  #stopped = false;

  constructor(context: LendingContext) {
    this.#context = context;
  }

  start(): void {
    this.#timer = setInterval(() => this.#look(), pause);
    this.#timer.unref();
    this.#look();
  }

  /** Resolves when nothing is under way any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#running;
  }

  /**
   * Looks once, at the context's time, unless it has on this day; and cleans the files of what was deleted.
   *
   * @returns how many loans name nobody any more.
   */
  async round(): Promise<number> {
    const today = dayOf(this.#context.now());
    const erased = this.#done === today ? 0 : await this.#eraseDue();
    this.#done = today;
    await this.clean();
    return erased;
  }

  /** Writes the database's files anew where something was deleted, see `cleanRemains`. */
  async clean(): Promise<void> {
    const { db, now } = this.#context;
    const clock = germanTime(now());
    await cleanRemains(db, {
      now: now(),
      night: clock >= night.from && clock < night.to,
    });
  }

  async #eraseDue(): Promise<number> {
    const { db, now, logger, events } = this.#context;
    const at = now();
    const ids = dueIds(await namedLoans(db, await readYears(db)), at);
    let erased = 0;
    for (let from = 0; from < ids.length && !this.#stopped; from += atOnce) {
      const some = ids.slice(from, from + atOnce);
      const gone = await db.transaction().execute(async (trx) => {
        // Locked, and looked at once more: somebody may have moved, handed over or reopened one of them meanwhile.
        await trx
          .updateTable('loan')
          .set((column) => ({ version: column.ref('version') }))
          .where('id', 'in', some)
          .execute();
        const still = dueIds(await namedLoans(trx, await readYears(trx), some), at);
        await eraseLoans(trx, this.#context, still, null);
        return still;
      });
      erased += gone.length;
      for (const id of gone) events.emit('changed', 'loan', id);
      // Requests come first.
      await new Promise((done) => setImmediate(done));
    }
    if (erased > 0) logger.info({ loans: erased }, 'loans whose time was over name nobody any more');
    return erased;
  }

  #look(): void {
    this.#running = this.#running
      .then(async () => void (this.#stopped || (await this.round())))
      .catch((error: unknown) => this.#context.logger.error({ err: error }, 'old loans not anonymised'));
  }
}

function dueIds(loans: readonly NamedLoan[], at: number): string[] {
  return loans.filter(({ dueAt }) => dueAt <= at).map(({ id }) => id);
}

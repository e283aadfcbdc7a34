import { ProblemError } from '../../../device/contract/problem.ts';
import type { Mailer } from '../../mail/mailer.ts';
import type { LendingContext } from '../interface.ts';
import { dayOf } from '../loans/local-time.ts';
import { germanTime } from '../papers/paper-values.ts';
import { readSettings } from '../settings/settings-store.ts';
import { dueReminders, keyOf } from './due-reminders.ts';
import { sendReminder } from './send-reminder.ts';

/** Pause between two looks, ms. */
const pause = 15 * 60_000;
/** Nobody gets a letter from us at night, by the local clock. */
const awake = { from: '07:00', to: '20:00' } as const;

/** Sends reminders by itself where the settings say so. What fails is tried again the next day. */
export class ReminderSweep {
  readonly #context: LendingContext;
  readonly #mailer: Mailer;
  /** What failed, with the day. */
  readonly #failed = new Map<string, string>();
  #timer: ReturnType<typeof setInterval> | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(context: LendingContext, mailer: Mailer) {
    this.#context = context;
    this.#mailer = mailer;
  }

  start(): void {
    this.#timer = setInterval(() => {
      this.#running = this.#running
        .then(async () => void (await this.round()))
        .catch((error: unknown) => this.#context.logger.error({ err: error }, 'reminders not looked at'));
    }, pause);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  /** Looks once, at the context's time. @returns how many went out. */
  async round(): Promise<number> {
    const { db, now } = this.#context;
    const at = now();
    const clock = germanTime(at);
    if (clock < awake.from || clock >= awake.to) return 0;
    if (!(await readSettings(db)).settings.reminders.automatic) return 0;
    let sent = 0;
    for (const { loanId, stage, endsAt, state } of await dueReminders(db, { now: at, mail: true })) {
      const key = keyOf(loanId, stage, endsAt);
      if (state !== 'due' || this.#failed.get(key) === dayOf(at)) continue;
      try {
        await sendReminder(this.#context, this.#mailer, { loanId, stage, skip: false, by: null });
        this.#failed.delete(key);
        sent += 1;
      } catch (error) {
        // Somebody may have been quicker; what the mail server said is in the loan's history.
        if (!(error instanceof ProblemError)) throw error;
        this.#failed.set(key, dayOf(at));
      }
    }
    return sent;
  }
}

import { ProblemError } from '../../../device/contract/problem.ts';
import type { Reminder, ReminderStage } from '../../api/contract/lending/papers.ts';
import { HttpProblem, refusal } from '../../api/http-problem.ts';
import { mailStatus, noAddress, noMail } from '../../mail/mail-problem.ts';
import type { Mailer } from '../../mail/mailer.ts';
import { record } from '../history/record.ts';
import { withoutAddress } from '../history/without-address.ts';
import type { LendingContext } from '../interface.ts';
import { readSettings } from '../settings/settings-store.ts';
import type { LendingTables } from '../tables.ts';
import { dueReminders } from './due-reminders.ts';

const stageWords: Readonly<Record<ReminderStage, { de: string; en: string }>> = {
  'coming-due': { de: 'bald fällig', en: 'coming due' },
  due: { de: 'heute fällig', en: 'due today' },
  overdue: { de: 'überfällig', en: 'overdue' },
  escalation: { de: 'lange überfällig', en: 'long overdue' },
};

export interface ReminderOrder {
  readonly loanId: string;
  readonly stage: ReminderStage;
  /** It is noted as not needed instead of sent. */
  readonly skip: boolean;
  /** null: the server by itself. */
  readonly by: string | null;
}

/**
 * Sends or skips a reminder, once for each stage and end: who writes its row first sends, everybody else is refused. When
 * the mail fails the row goes again, and the loan's history says why.
 *
 * @throws HttpProblem `reminder-not-due`, `reminder-done`, or the mail's problem.
 */
export async function sendReminder(
  context: LendingContext,
  mailer: Mailer | null,
  { loanId, stage, skip, by }: ReminderOrder,
): Promise<Reminder> {
  const { db, now } = context;
  const at = now();
  const due = await dueReminders(db, { loanId, now: at, mail: mailer !== null });
  const reminder = due.find((one) => one.stage === stage);
  if (!reminder) throw notDue();
  if (!skip && !mailer) throw new HttpProblem(409, noMail());
  if (!skip && reminder.state === 'unsendable') throw new HttpProblem(422, noAddress(reminder.to));
  await claim(context, reminder, { at, by, state: skip ? 'skipped' : 'sending' });
  if (!skip && mailer) await deliver(context, mailer, reminder, by);
  context.events.emit('changed', 'reminder', loanId);
  const person =
    by && (await db.selectFrom('person').select(['id', 'name']).where('id', '=', by).executeTakeFirst());
  return { ...reminder, state: skip ? 'skipped' : 'sent', at, by: person || null };
}

async function claim(
  { db, newId }: LendingContext,
  reminder: Reminder,
  { at, by, state }: { at: number; by: string | null; state: LendingTables['reminder']['state'] },
): Promise<void> {
  const { loanId, stage, endsAt, to, subject, text } = reminder;
  await db.transaction().execute(async (trx) => {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('reminder')
      .values({ loan_id: loanId, stage, ends_at: endsAt, state, sent_to: to, subject, text, at, by })
      .onConflict((conflict) => conflict.columns(['loan_id', 'stage', 'ends_at']).doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows !== 1n) throw alreadyDone();
    if (state !== 'skipped') return;
    const words = stageWords[stage];
    await record(trx, {
      id: newId(),
      at,
      by,
      kind: 'reminder.skipped',
      loanId,
      de: `Erinnerung „${words.de}“ übersprungen`,
      en: `Reminder “${words.en}” skipped`,
      facts: { stage },
    });
  });
}

async function deliver(
  { db, newId, now, logger }: LendingContext,
  mailer: Mailer,
  { loanId, stage, endsAt, to, subject, text }: Reminder,
  by: string | null,
): Promise<void> {
  const words = stageWords[stage];
  const { association } = (await readSettings(db)).settings;
  try {
    await mailer.send({ to, subject, text }, association);
  } catch (error) {
    await db.transaction().execute(async (trx) => {
      await trx
        .deleteFrom('reminder')
        .where('loan_id', '=', loanId)
        .where('stage', '=', stage)
        .where('ends_at', '=', endsAt)
        .where('state', '=', 'sending')
        .execute();
      if (!(error instanceof ProblemError)) return;
      const message = withoutAddress(error.problem, to);
      await record(trx, {
        id: newId(),
        at: now(),
        by,
        kind: 'reminder.failed',
        loanId,
        de: `Erinnerung „${words.de}“ nicht gesendet: ${message.de}`,
        en: `Reminder “${words.en}” not sent: ${message.en}`,
        facts: { stage, code: error.problem.code },
      });
    });
    if (!(error instanceof ProblemError)) throw error;
    logger.warn({ loanId, stage, code: error.problem.code }, 'reminder not sent');
    throw new HttpProblem(mailStatus(error.problem), error.problem, { cause: error });
  }
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('reminder')
      .set({ state: 'sent' })
      .where('loan_id', '=', loanId)
      .where('stage', '=', stage)
      .where('ends_at', '=', endsAt)
      .execute();
    await record(trx, {
      id: newId(),
      at: now(),
      by,
      kind: 'reminder.sent',
      loanId,
      de: `Erinnerung „${words.de}“ an den Kontakt der Leihe gesendet`,
      en: `Reminder “${words.en}” sent to the loan’s contact`,
      facts: { stage },
    });
  });
}

/**
 * Settles reminders that a server was sending when it ended: whether they went is not known, so they are not sent again,
 * and the loan's history says so.
 */
export async function settleUnfinished({ db, newId, now }: LendingContext): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const rows = await trx
      .selectFrom('reminder')
      .select(['loan_id', 'stage'])
      .where('state', '=', 'sending')
      .execute();
    await trx.updateTable('reminder').set({ state: 'sent' }).where('state', '=', 'sending').execute();
    await record(
      trx,
      ...rows.map(({ loan_id: loanId, stage }) => ({
        id: newId(),
        at: now(),
        by: null,
        kind: 'reminder.uncertain' as const,
        loanId,
        de: `Der Server endete, während die Erinnerung „${stageWords[stage].de}“ an den Kontakt der Leihe hinausging. Fragen Sie nach, ob sie ankam.`,
        en: `The server ended while the reminder “${stageWords[stage].en}” went to the loan’s contact. Ask whether it arrived.`,
        facts: { stage },
      })),
    );
  });
}

function notDue(): HttpProblem {
  return refusal(
    409,
    'reminder-not-due',
    'Diese Erinnerung ist gerade nicht fällig. Vielleicht ist alles zurück, verlängert oder schon erinnert; laden Sie die Liste neu.',
    'This reminder is not due now. Perhaps everything is back, extended or reminded of already; please reload the list.',
  );
}

function alreadyDone(): HttpProblem {
  return refusal(
    409,
    'reminder-done',
    'Diese Erinnerung hat schon jemand gesendet oder übersprungen. Laden Sie die Liste neu.',
    'Somebody has sent or skipped this reminder already. Please reload the list.',
  );
}

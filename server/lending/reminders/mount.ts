import { endpoints } from '../../api/contract/endpoints.ts';
import type { Mailer } from '../../mail/mailer.ts';
import type { LendingContext } from '../interface.ts';
import { readSettings } from '../settings/settings-store.ts';
import { dueReminders } from './due-reminders.ts';
import { reminderLog } from './reminder-log.ts';
import { ReminderSweep } from './reminder-sweep.ts';
import { sendReminder, settleUnfinished } from './send-reminder.ts';

/**
 * Puts the endpoints of reminders into service, and where mail is set up looks for them by itself.
 *
 * @returns ends that.
 */
export async function mountReminders(
  context: LendingContext,
  mailer: Mailer | null,
): Promise<() => Promise<void>> {
  const { db, mount, now, kind } = context;
  await settleUnfinished(context);

  mount.endpoint(endpoints.reminders, async ({ body: { loanId } }) => ({
    due: await dueReminders(db, { loanId, now: now(), mail: mailer !== null }),
    log: await reminderLog(db, loanId),
    mail: mailer !== null,
    automatic: (await readSettings(db)).settings.reminders.automatic && mailer !== null,
  }));

  mount.endpoint(endpoints.sendReminder, ({ params, body, person }) =>
    sendReminder(context, mailer, { ...params, skip: body.skip, by: person.id }),
  );

  if (!mailer || kind === 'demo') return async () => {};
  const sweep = new ReminderSweep(context, mailer);
  sweep.start();
  return () => sweep.stop();
}

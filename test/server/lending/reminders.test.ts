import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReminderStage } from '../../../server/api/contract/lending/papers.ts';
import { countDueReminders, dueReminders } from '../../../server/lending/reminders/due-reminders.ts';
import { reminderStage } from '../../../server/lending/reminders/reminder-stage.ts';
import { ReminderSweep } from '../../../server/lending/reminders/reminder-sweep.ts';
import { sendReminder, settleUnfinished } from '../../../server/lending/reminders/send-reminder.ts';
import { defaultSettings } from '../../../server/lending/settings/default-settings.ts';
import { writeSettings } from '../../../server/lending/settings/settings-store.ts';
import { smtpMailer } from '../../../server/mail/smtp-mailer.ts';
import { silentLog } from '../../support/silent-log.ts';
import { day, june, openStoreroom, type Storeroom } from './loans/storeroom.ts';
import { type MailServer, startMailServer } from './papers-mail-server.ts';

const days = { comingDueDays: 7, overdueDays: 3, escalationDays: 14 };
const at = (text: string) => Date.parse(text);

describe('the stage of a loan', () => {
  it.each<[string, string, string, ReminderStage | null]>([
    ['eight days before', '2026-06-12T10:00+02:00', '2026-06-04T23:59+02:00', null],
    ['seven days before, from midnight', '2026-06-12T10:00+02:00', '2026-06-05T00:00+02:00', 'coming-due'],
    ['the evening before', '2026-06-12T10:00+02:00', '2026-06-11T23:59+02:00', 'coming-due'],
    ['the day itself, before the time', '2026-06-12T10:00+02:00', '2026-06-12T00:00+02:00', 'due'],
    ['the day itself, after it', '2026-06-12T10:00+02:00', '2026-06-12T23:59+02:00', 'due'],
    ['the day after', '2026-06-12T10:00+02:00', '2026-06-13T00:00+02:00', null],
    ['three days after', '2026-06-12T10:00+02:00', '2026-06-15T00:00+02:00', 'overdue'],
    ['thirteen days after', '2026-06-12T10:00+02:00', '2026-06-25T23:59+02:00', 'overdue'],
    ['fourteen days after', '2026-06-12T10:00+02:00', '2026-06-26T00:00+02:00', 'escalation'],
    ['a year after', '2026-06-12T10:00+02:00', '2027-06-12T10:00+02:00', 'escalation'],
    ['over the night to summer time', '2026-03-30T09:00+02:00', '2026-03-23T00:00+01:00', 'coming-due'],
    ['a minute before that', '2026-03-30T09:00+02:00', '2026-03-22T23:59+01:00', null],
    ['over the night to winter time', '2026-10-24T09:00+02:00', '2026-10-27T00:00+01:00', 'overdue'],
    ['a minute before that', '2026-10-24T09:00+02:00', '2026-10-26T23:59+01:00', null],
  ])('%s', (_, end, now, stage) => {
    expect(reminderStage(at(end), at(now), days)).toBe(stage);
  });
});

describe('reminders', () => {
  let room: Storeroom;
  let mail: MailServer;
  beforeEach(async () => {
    room = await openStoreroom();
    mail = await startMailServer();
    Object.assign(room.context, { logger: silentLog });
  });
  afterEach(async () => {
    await room.close();
    await mail.close();
  });

  const end = june + 14 * day;
  const mailer = () => smtpMailer(mail.url(), 'leihe@verein.example');
  const settings = (change: Partial<typeof defaultSettings.reminders>) =>
    writeSettings(room.db, { ...defaultSettings, reminders: { ...defaultSettings.reminders, ...change } }, 0);
  /** A loan that is out until `end`. */
  async function lend(
    email = 'lehrerin@schule.example',
    kind: 'loan' | 'donation' = 'loan',
  ): Promise<string> {
    const { id } = await room.request(june, end);
    await room.db
      .updateTable('loan')
      .set({ state: 'out', kind, contact_email: email, contact_name: 'Samira Öztürk' })
      .where('id', '=', id)
      .execute();
    return id;
  }
  const due = async (now: number) =>
    (await dueReminders(room.db, { now, mail: true })).map(({ stage }) => stage);
  const send = (loanId: string, stage: ReminderStage, skip = false) =>
    sendReminder(room.context, mailer(), { loanId, stage, skip, by: null });
  const history = async () =>
    (await room.db.selectFrom('history').select('kind').where('kind', 'like', 'reminder.%').execute()).map(
      ({ kind }) => kind,
    );

  it('come for each stage once, and anew after an extension', async () => {
    const loanId = await lend();
    room.setTime(end - 2 * day);
    expect(await due(end - 2 * day)).toEqual(['coming-due']);
    await send(loanId, 'coming-due');
    const [letter] = await mail.letters(1);
    expect(letter?.to).toEqual(['lehrerin@schule.example']);
    expect(await due(end - 2 * day)).toEqual([]);
    await expect(send(loanId, 'coming-due')).rejects.toMatchObject({ problem: { code: 'reminder-not-due' } });
    await room.db
      .updateTable('loan')
      .set({ ends_at: end + 3 * day })
      .where('id', '=', loanId)
      .execute();
    expect(await due(end - 2 * day)).toEqual(['coming-due']);
    expect(mail.received).toHaveLength(1);
    expect(await history()).toEqual(['reminder.sent']);
  });

  it('are sent by one of two who click at once', async () => {
    const loanId = await lend();
    room.setTime(end);
    const outcomes = await Promise.allSettled([send(loanId, 'due'), send(loanId, 'due')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await mail.letters(1)).toHaveLength(1);
  });

  it('can be skipped, and refused where it is not time', async () => {
    const loanId = await lend();
    room.setTime(end + 4 * day);
    await expect(send(loanId, 'due')).rejects.toMatchObject({ problem: { code: 'reminder-not-due' } });
    expect((await send(loanId, 'overdue', true)).state).toBe('skipped');
    expect(await due(end + 4 * day)).toEqual([]);
    expect(mail.received).toEqual([]);
    expect(await history()).toEqual(['reminder.skipped']);
  });

  it('are counted on the dashboard as they stand in their list, also the day after the end', async () => {
    await lend();
    for (const late of [-8, -7, 0, 1, 2, 3, 14]) {
      const now = end + late * day;
      expect(await countDueReminders(room.db, now)).toBe((await due(now)).length);
    }
    expect(await countDueReminders(room.db, end + day)).toBe(0);
  });

  it('never come for donations, nor for what is back', async () => {
    await lend('a@schule.example', 'donation');
    const back = await lend();
    await room.db.updateTable('loan').set({ state: 'returned' }).where('id', '=', back).execute();
    for (const late of [-3, 0, 5, 30]) expect(await due(end + late * day)).toEqual([]);
  });

  it('escalate to the association’s own address', async () => {
    const loanId = await lend();
    await settings({ escalationEmail: 'vorstand@verein.example' });
    room.setTime(end + 20 * day);
    const sent = await send(loanId, 'escalation');
    expect(sent.to).toBe('vorstand@verein.example');
    expect(sent.subject).toContain('seit 20 Tagen');
    expect(sent.text).toContain('lehrerin@schule.example');
  });

  it('stay due when the mail fails, and the history says why', async () => {
    const refused = await lend('niemand@refused.example');
    const nobody = await lend('');
    room.setTime(end);
    await expect(send(refused, 'due')).rejects.toMatchObject({ problem: { code: 'mail-address-refused' } });
    await expect(send(nobody, 'due')).rejects.toMatchObject({ problem: { code: 'mail-no-address' } });
    expect(await due(end)).toEqual(['due', 'due']);
    expect(await history()).toEqual(['reminder.failed']);
  });

  it('go by themselves only where the settings say so, by day, and what fails once a day', async () => {
    await lend();
    await lend('niemand@refused.example');
    const sweep = new ReminderSweep(room.context, mailer());
    const noon = Date.parse('2026-06-15T12:00+02:00');
    room.setTime(noon);
    expect(await sweep.round()).toBe(0);
    await settings({ automatic: true, escalationEmail: 'vorstand@verein.example' });
    room.setTime(Date.parse('2026-06-15T03:00+02:00'));
    expect(await sweep.round()).toBe(0);
    room.setTime(noon);
    expect(await sweep.round()).toBe(1);
    expect(await sweep.round()).toBe(0);
    expect((await history()).toSorted()).toEqual(['reminder.failed', 'reminder.sent']);
    expect(mail.received).toHaveLength(1);
  });

  it('are not sent again when a server ended while sending', async () => {
    const loanId = await lend();
    await room.db
      .insertInto('reminder')
      .values({
        loan_id: loanId,
        stage: 'due',
        ends_at: end,
        state: 'sending',
        sent_to: 'a@b.example',
        subject: '',
        text: '',
        at: end,
        by: null,
      })
      .execute();
    await settleUnfinished(room.context);
    expect(await due(end)).toEqual([]);
    expect(await history()).toEqual(['reminder.uncertain']);
  });
});

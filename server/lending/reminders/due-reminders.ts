import type { Reminder, ReminderStage, Settings } from '../../api/contract/lending/papers.ts';
import { isMailAddress } from '../../mail/mail-address.ts';
import type { LendingDatabase } from '../interface.ts';
import { loanLines } from '../loans/loan-lines.ts';
import { paperSchool } from '../papers/gather-paper.ts';
import { daysBetween, germanDate, partyValues } from '../papers/paper-values.ts';
import { fillPlaces } from '../papers/template-text.ts';
import { readSettings } from '../settings/settings-store.ts';
import type { LendingTables } from '../tables.ts';
import { reminderStage } from './reminder-stage.ts';

const dayMs = 86_400_000;

interface LoanQuestion {
  /** Only those of this loan. */
  readonly loanId?: string | undefined;
  /** ms since 1970. */
  readonly now: number;
}

export interface DueQuestion extends LoanQuestion {
  /** Whether mail is set up. */
  readonly mail: boolean;
}

/** Reminders of loans that are out at which it is time, and that nobody has sent or skipped; those longest due first. */
export async function dueReminders(db: LendingDatabase, question: DueQuestion): Promise<Reminder[]> {
  const { settings } = await readSettings(db);
  const reminders: Reminder[] = [];
  for (const { row, stage } of await openStages(db, question, settings)) {
    reminders.push(await reminderOf(db, { row, stage, settings, ...question }));
  }
  return reminders;
}

/** How many `dueReminders` there are. */
export async function countDueReminders(db: LendingDatabase, now: number): Promise<number> {
  const { settings } = await readSettings(db);
  return (await openStages(db, { now }, settings)).length;
}

async function openStages(
  db: LendingDatabase,
  question: LoanQuestion,
  settings: Settings,
): Promise<{ row: LendingTables['loan']; stage: ReminderStage }[]> {
  const rows = await loansNearEnd(db, question, settings);
  const staged = rows.flatMap((row) => {
    const stage = reminderStage(row.ends_at, question.now, settings.reminders);
    return stage === null ? [] : [{ row, stage }];
  });
  const done = await doneReminders(
    db,
    staged.map(({ row }) => row.id),
  );
  return staged.filter(({ row, stage }) => !done.has(keyOf(row.id, stage, row.ends_at)));
}

/** Donations never end, and what is back needs no reminder. */
function loansNearEnd(
  db: LendingDatabase,
  { loanId, now }: LoanQuestion,
  { reminders }: Settings,
): Promise<LendingTables['loan'][]> {
  return db
    .selectFrom('loan')
    .selectAll()
    .where('kind', '=', 'loan')
    .where('state', '=', 'out')
    .where('ends_at', '<', now + (reminders.comingDueDays + 2) * dayMs)
    .$if(loanId !== undefined, (query) => query.where('id', '=', loanId ?? ''))
    .orderBy('ends_at')
    .limit(500)
    .execute();
}

/** Keys of those that were sent or skipped. */
async function doneReminders(db: LendingDatabase, loanIds: readonly string[]): Promise<Set<string>> {
  if (loanIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('reminder')
    .select(['loan_id', 'stage', 'ends_at'])
    .where('loan_id', 'in', loanIds)
    .execute();
  return new Set(rows.map((row) => keyOf(row.loan_id, row.stage, row.ends_at)));
}

/** One for each stage and end of a loan: after an extension the stages begin anew. */
export function keyOf(loanId: string, stage: ReminderStage, endsAt: number): string {
  return `${loanId} ${stage} ${endsAt}`;
}

async function reminderOf(
  db: LendingDatabase,
  about: {
    readonly row: LendingTables['loan'];
    readonly stage: ReminderStage;
    readonly settings: Settings;
    readonly now: number;
    readonly mail: boolean;
  },
): Promise<Reminder> {
  const { row, stage, settings, now, mail } = about;
  const [line] = await loanLines(db, [row], now);
  if (!line) throw new RangeError(`loan ${row.id} has no line`);
  const school = await paperSchool(db, {
    school: line.school,
    contactName: row.contact_name,
    contactEmail: row.contact_email,
    contactPhone: row.contact_phone,
  });
  const values = new Map([
    ...partyValues(settings.association, school),
    ['leihe.nummer', row.number],
    ['leihe.beginn', germanDate(row.starts_at)],
    ['leihe.ende', germanDate(row.ends_at)],
    ['leihe.tage', String(Math.max(0, daysBetween(row.ends_at, now)))],
    ['leihe.kits', line.codes.join(', ')],
    ['datum', germanDate(now)],
  ]);
  const to = stage === 'escalation' ? settings.reminders.escalationEmail : school.contactEmail;
  const words = settings.reminders.texts[stage];
  return {
    loanId: row.id,
    loanNumber: row.number,
    schoolName: line.school.name,
    stage,
    endsAt: row.ends_at,
    state: mail && isMailAddress(to) ? 'due' : 'unsendable',
    to,
    subject: fillPlaces(words.subject, values),
    text: fillPlaces(words.text, values),
    at: null,
    by: null,
  };
}

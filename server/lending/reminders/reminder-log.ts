import type { Reminder } from '../../api/contract/lending/papers.ts';
import type { LendingDatabase } from '../interface.ts';
import { personLines } from '../people.ts';

/** Reminders that were sent or skipped, the newest first; at most 200. */
export async function reminderLog(db: LendingDatabase, loanId?: string): Promise<Reminder[]> {
  const rows = await db
    .selectFrom('reminder')
    .innerJoin('loan', 'loan.id', 'reminder.loan_id')
    .innerJoin('school', 'school.id', 'loan.school_id')
    .selectAll('reminder')
    .select(['loan.number', 'school.name as schoolName'])
    .where('reminder.state', '<>', 'sending')
    .$if(loanId !== undefined, (query) => query.where('reminder.loan_id', '=', loanId ?? ''))
    .orderBy('reminder.at', 'desc')
    .limit(200)
    .execute();
  const people = await personLines(
    db,
    rows.map(({ by }) => by),
  );
  return rows.map((row) => ({
    loanId: row.loan_id,
    loanNumber: row.number,
    schoolName: row.schoolName,
    stage: row.stage,
    endsAt: row.ends_at,
    state: row.state === 'skipped' ? 'skipped' : 'sent',
    to: row.sent_to,
    subject: row.subject,
    text: row.text,
    at: row.at,
    by: people.get(row.by ?? '') ?? null,
  }));
}

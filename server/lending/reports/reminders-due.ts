import type { ReminderStage, Settings } from '../../api/contract/lending/papers.ts';
import { addDays, dayOf } from '../loans/local-time.ts';
import type { LendingTables } from '../tables.ts';

type LoanTimes = Pick<LendingTables['loan'], 'id' | 'ends_at'>;
type Sent = Pick<LendingTables['reminder'], 'loan_id' | 'stage' | 'ends_at'>;

/** How many loans that are out stand at a stage of reminding that nobody has sent or skipped, by local days. */
export function remindersDue(
  loans: readonly LoanTimes[],
  done: readonly Sent[],
  settings: Settings['reminders'],
  now: number,
): number {
  const sent = new Set(done.map(({ loan_id, stage, ends_at }) => `${loan_id} ${stage} ${ends_at}`));
  return loans.filter(({ id, ends_at }) => {
    const stage = stageOf(ends_at, settings, now);
    return stage !== null && !sent.has(`${id} ${stage} ${ends_at}`);
  }).length;
}

function stageOf(endsAt: number, settings: Settings['reminders'], now: number): ReminderStage | null {
  const today = dayOf(now);
  const end = dayOf(endsAt);
  if (today >= addDays(end, settings.escalationDays)) return 'escalation';
  if (today >= addDays(end, settings.overdueDays)) return 'overdue';
  if (today >= end) return 'due';
  return today >= addDays(end, -settings.comingDueDays) ? 'coming-due' : null;
}

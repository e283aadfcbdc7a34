import type { ReminderStage, Settings } from '../../api/contract/lending/papers.ts';
import { daysBetween } from '../papers/paper-values.ts';

/**
 * The one stage at which a loan is that is still out; null: nothing to say now. Days are those of the local calendar, so
 * that a night in which clocks change moves nothing.
 */
export function reminderStage(
  endsAt: number,
  now: number,
  days: Pick<Settings['reminders'], 'comingDueDays' | 'overdueDays' | 'escalationDays'>,
): ReminderStage | null {
  const late = daysBetween(endsAt, now);
  if (late >= days.escalationDays) return 'escalation';
  if (late >= days.overdueDays) return 'overdue';
  if (late > 0) return null;
  if (late === 0) return 'due';
  return late >= -days.comingDueDays ? 'coming-due' : null;
}

import { type Problem, problem } from '../../../device/contract/problem.ts';
import type { Settings } from '../../api/contract/lending/papers.ts';
import { isMailAddress } from '../../mail/mail-address.ts';
import { reminderTextProblem } from '../papers/template-text.ts';

/** Why settings can't be kept as they are; null: they can. */
export function settingsProblem({ association, reminders }: Settings): Problem | null {
  for (const address of [association.email, reminders.escalationEmail]) {
    if (address !== '' && !isMailAddress(address)) {
      return problem(
        'settings-address',
        `„${address}“ ist keine E-Mail-Adresse. Bitte prüfen Sie sie.`,
        `“${address}” is no e-mail address. Please check it.`,
      );
    }
  }
  if (reminders.escalationDays <= reminders.overdueDays) {
    return problem(
      'settings-days',
      'Nach außen gemeldet wird erst, wenn schon gemahnt wurde: Wählen Sie bei „lange überfällig“ mehr Tage als bei „überfällig“.',
      'Escalation comes after the overdue reminder: choose more days for “long overdue” than for “overdue”.',
    );
  }
  if (reminders.automatic && reminders.escalationEmail === '') {
    return problem(
      'settings-escalation',
      'Tragen Sie ein, wer von lange überfälligen Leihen erfährt, oder senden Sie Erinnerungen nur von Hand.',
      'Enter who hears of loans that are long overdue, or send reminders by hand only.',
    );
  }
  for (const { subject, text } of Object.values(reminders.texts)) {
    const wrong = reminderTextProblem(subject) ?? reminderTextProblem(text);
    if (wrong) return wrong;
  }
  return null;
}

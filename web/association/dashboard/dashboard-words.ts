import { msg, str } from '@lit/localize';
import type { Dashboard } from '../../../server/api/contract/lending/reports.ts';
import { dateLocale } from '../../locales/locale.ts';

/** What is wrong with a lent Pi, in a line. @param now ms since 1970. */
export function findingWords(
  { finding, since, fleet, school }: Dashboard['devices'][number],
  now: number,
): string {
  const where = school?.name ?? '';
  switch (finding) {
    case 'elsewhere':
      return msg(str`Meldet sich aus ${fleet.seenAt?.name ?? ''}, verliehen an ${where}`);
    case 'silent': {
      const days = Math.floor((now - (since ?? now)) / 86_400_000);
      return msg(str`${where}: seit ${days} Tagen nicht gesehen`);
    }
    case 'never-seen':
      return msg(str`${where}: hat sich dort noch nie gemeldet`);
    case 'old-agent':
      return msg(str`${where}: alte Version ${fleet.agentVersion ?? ''}`);
  }
}

/** `24. Nov., 14:00`; of today and tomorrow the word: `heute, 14:00`. */
export function moment(at: number, now = Date.now()): string {
  const time = new Date(at).toLocaleTimeString(dateLocale(), { hour: '2-digit', minute: '2-digit' });
  const day = new Date(at).setHours(0, 0, 0, 0);
  const today = new Date(now);
  if (day === today.setHours(0, 0, 0, 0)) return msg(str`heute, ${time}`);
  if (day === today.setDate(today.getDate() + 1)) return msg(str`morgen, ${time}`);
  const date = new Date(at).toLocaleDateString(dateLocale(), { day: 'numeric', month: 'short' });
  return `${date}, ${time}`;
}

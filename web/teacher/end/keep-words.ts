import { msg } from '@lit/localize';
import { deletionTime, untilSchoolYearEnds } from '../../../server/live/contract/keep-time.ts';
import { dateLocale, language } from '../../locales/locale.ts';

/** For how many days a class may be kept, as teachers choose it. */
export const keepChoices = [0, 1, 7, 30, untilSchoolYearEnds] as const;

/** A choice as a word: "7 Tage". */
export function keepName(days: number): string {
  switch (days) {
    case 0:
      return msg('Gar nicht');
    case 1:
      return msg('1 Tag');
    case 7:
      return msg('7 Tage');
    case 30:
      return msg('30 Tage');
    default:
      return msg('Dieses Schuljahr');
  }
}

/** Which of the choices stands for so many days: of other numbers the next lower one. */
export function choiceFor(days: number): number {
  return keepChoices.findLast((choice) => choice <= days) ?? 0;
}

/** What follows from a choice, as a day: "bis 29. November 2026". `endedAt`: ms since 1970. */
export function lastDay(endedAt: number, days: number): string {
  // The end of the school year is a midnight: the day before is the last.
  const at = deletionTime(endedAt, days) - 1;
  return new Date(at).toLocaleDateString(dateLocale(), { day: 'numeric', month: 'long', year: 'numeric' });
}

/** A time of deletion for people: "29. November 2026, 10:30". ms since 1970. */
export function dayAndTime(at: number): string {
  return new Date(at).toLocaleString(dateLocale(), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
}

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const minuteMs = 60_000;

/** How long it is until then, in one unit: "in 6 Tagen"; null within the last half minute. `ms`: from now. */
export function timeLeft(ms: number): string | null {
  const words = new Intl.RelativeTimeFormat(language(), { numeric: 'always' });
  if (ms >= 1.5 * dayMs) return words.format(Math.round(ms / dayMs), 'day');
  if (ms >= 1.5 * hourMs) return words.format(Math.round(ms / hourMs), 'hour');
  if (ms >= minuteMs / 2) return words.format(Math.round(ms / minuteMs), 'minute');
  return null;
}

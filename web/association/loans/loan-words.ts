import { msg, str } from '@lit/localize';
import type {
  LoanItemState,
  LoanKind,
  LoanLine,
  LoanState,
} from '../../../server/api/contract/lending/loans.ts';
import { dateLocale } from '../../locales/locale.ts';

/** What people call a loan's state. */
export function stateWord(state: LoanState): string {
  return {
    requested: () => msg('Anfrage'),
    reserved: () => msg('reserviert'),
    packed: () => msg('gepackt'),
    out: () => msg('draußen'),
    returned: () => msg('zurück'),
    closed: () => msg('abgeschlossen'),
    declined: () => msg('abgelehnt'),
    cancelled: () => msg('storniert'),
    'no-show': () => msg('nicht abgeholt'),
  }[state]();
}

/** What people call the state of one thing in a loan. */
export function itemWord(state: LoanItemState): string {
  return {
    reserved: () => msg('noch nicht gepackt'),
    packed: () => msg('gepackt'),
    out: () => msg('draußen'),
    back: () => msg('zurück'),
    damaged: () => msg('beschädigt'),
    missing: () => msg('fehlt'),
    released: () => msg('ausgetauscht oder freigegeben'),
  }[state]();
}

/** `Mo, 23. November`; the year where it is not this one. */
export function dayWord(at: number, now = Date.now()): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Date(at).toLocaleDateString(dateLocale(), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  });
}

/** The same with the time of day. */
export function momentWord(at: number): string {
  return `${dayWord(at)}, ${new Date(at).toLocaleTimeString(dateLocale(), { hour: '2-digit', minute: '2-digit' })}`;
}

/** `Mo, 23. Nov. bis Fr, 4. Dez.`; a donation has no end. */
export function spanWords(span: { kind?: LoanKind; startsAt: number; endsAt: number }): string {
  const from = dayWord(span.startsAt);
  if (span.kind === 'donation') return msg(str`seit ${from} für immer`);
  const to = dayWord(span.endsAt);
  return from === to ? from : msg(str`${from} bis ${to}`);
}

/** What its dates mean today: "noch 3 Tage", "seit 12 Tagen fällig", "beginnt morgen"; empty when they mean nothing any more. */
export function dueWords(
  loan: Pick<LoanLine, 'kind' | 'state' | 'startsAt' | 'endsAt' | 'overdue'>,
  now = Date.now(),
): string {
  if (loan.state === 'requested' || loan.state === 'reserved' || loan.state === 'packed') {
    const days = daysBetween(now, loan.startsAt);
    if (days === 0) return msg('Übergabe heute');
    if (days === 1) return msg('Übergabe morgen');
    if (days > 1) return msg(str`Übergabe in ${days} Tagen`);
    return days === -1 ? msg('Übergabe war gestern') : msg(str`Übergabe war vor ${-days} Tagen`);
  }
  if (loan.state !== 'out') return '';
  if (loan.kind === 'donation') return msg('gespendet');
  const days = daysBetween(now, loan.endsAt);
  if (loan.overdue || days < 0) {
    if (days >= 0) return msg('seit heute fällig');
    return days === -1 ? msg('seit gestern fällig') : msg(str`seit ${-days} Tagen fällig`);
  }
  if (days === 0) return msg('heute fällig');
  return days === 1 ? msg('noch bis morgen') : msg(str`noch ${days} Tage`);
}

/** Whole days by the calendar, from one moment's day to the other's; a night counts as one however short. */
export function daysBetween(from: number, to: number): number {
  return Math.round((midday(to) - midday(from)) / 86_400_000);
}

/** Midday of the moment's day as if all days had 24 hours. */
function midday(at: number): number {
  const day = new Date(at);
  return Date.UTC(day.getFullYear(), day.getMonth(), day.getDate(), 12);
}

/** Cents as `1.234,50 €`. */
export function money(cents: number): string {
  return (cents / 100).toLocaleString(dateLocale(), { style: 'currency', currency: 'EUR' });
}

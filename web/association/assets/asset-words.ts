import { msg } from '@lit/localize';
import { ProblemError, problem } from '../../../device/contract/problem.ts';
import type { AssetKind, AssetLine, Condition } from '../../../server/api/contract/lending/assets.ts';
import { dateLocale } from '../../locales/locale.ts';

/** What people call a kind of thing. */
export function kindName(kind: AssetKind): string {
  return {
    kit: () => msg('Kit'),
    box: () => msg('Kiste'),
    device: () => msg('Gerät'),
    part: () => msg('Teil'),
  }[kind]();
}

/** How a thing is in itself. */
export function conditionName(condition: Condition): string {
  return {
    usable: () => msg('in Ordnung'),
    repair: () => msg('in Reparatur'),
    lost: () => msg('verloren'),
    retired: () => msg('ausgemustert'),
  }[condition]();
}

/** Where a thing is now, in a word or two. */
export function whereaboutsName(asset: Pick<AssetLine, 'whereabouts'>): string {
  return {
    here: () => msg('hier'),
    packed: () => msg('gepackt'),
    out: () => msg('verliehen'),
    donated: () => msg('gespendet'),
  }[asset.whereabouts]();
}

/** Euro cents as money: `1.234,50 €`. */
export function money(cents: number): string {
  return new Intl.NumberFormat(dateLocale(), { style: 'currency', currency: 'EUR' }).format(cents / 100);
}

/** A day as people write it: `22.11.2026`. @param day `2026-11-22`. */
export function dayName(day: string): string {
  const options = { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' } as const;
  return new Date(`${day}T00:00:00Z`).toLocaleDateString(dateLocale(), options);
}

/** Euro cents of what somebody typed (`12,50` or `12.50`); null: nothing. @throws ProblemError `no-amount`. */
export function centsOf(typed: string): number | null {
  const text = typed.replace(/[€\s]/g, '');
  if (text === '') return null;
  const german = text.includes(',') ? text.replaceAll('.', '').replace(',', '.') : text;
  if (/^\d{1,6}(\.\d{1,2})?$/.test(german)) return Math.round(Number(german) * 100);
  throw new ProblemError(
    problem(
      'no-amount',
      'Der Preis ist keine Zahl. Schreiben Sie ihn wie 12,50.',
      'The price is no number. Write it like 12.50.',
    ),
  );
}

/** What belongs into the field of an amount. */
export function typedCents(cents: number | null): string {
  return cents === null ? '' : (cents / 100).toFixed(2).replace('.', ',');
}

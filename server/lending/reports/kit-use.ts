import type { Impact } from '../../api/contract/lending/reports.ts';
import { dayOf } from '../loans/local-time.ts';
import type { AssetFact, Facts, Outing } from './facts.ts';
import { dayNumber, type Period } from './period.ts';

/** How kits were used in a period, by whole local days; a day on which a kit went out or came back counts as out. */
export function kitUse(
  { assets, outings, now }: Facts,
  period: Period,
): { share: number; kits: Impact['kits']; outIn: (month: string) => number } {
  const first = dayNumber(period.fromDay);
  const last = Math.min(dayNumber(period.toDay), dayNumber(dayOf(now)));
  // Named once: at many kits, the same days come hundreds of times.
  const monthOfDay = new Map<number, string>();
  for (let day = first; day <= last; day += 1) monthOfDay.set(day, monthOf(day));
  const byKit = Map.groupBy(outings, ({ assetId }) => assetId);
  const used = assets
    .filter(({ kind }) => kind === 'kit')
    .map((kit) => useOf(kit, byKit.get(kit.id) ?? [], first, last));
  const shown = used.filter(({ exists }) => exists);
  const outIn = new Map<string, number>();
  for (const { out } of shown) {
    for (const month of monthsOf(out, monthOfDay)) outIn.set(month, (outIn.get(month) ?? 0) + 1);
  }
  const days = shown.reduce((sum, { out }) => sum + out.size, 0);
  const possible = shown.reduce((sum, { available }) => sum + available, 0);
  return {
    share: possible === 0 ? 0 : Math.min(1, days / possible),
    kits: shown
      .map(({ kit, out, loans }) => ({ code: kit.code, name: kit.name, days: out.size, loans }))
      .toSorted((a, b) => b.days - a.days || a.code.localeCompare(b.code, 'de', { numeric: true })),
    outIn: (month) => outIn.get(month) ?? 0,
  };
}

interface Use {
  readonly kit: AssetFact;
  /** Days out with loans, since 1970. */
  readonly out: ReadonlySet<number>;
  readonly loans: number;
  /** Days on which it could have been out. */
  readonly available: number;
  /** It was there in the period. */
  readonly exists: boolean;
}

function useOf(kit: AssetFact, outings: readonly Outing[], first: number, last: number): Use {
  const out = new Set<number>();
  const loans = new Set<string>();
  let begins = dayNumber(dayOf(kit.createdAt));
  let ends = last;
  for (const { kind, outAt, endAt, loanId } of outings) {
    const from = dayNumber(dayOf(outAt));
    begins = Math.min(begins, from);
    // What was given away is no longer there to be lent.
    if (kind === 'donation') ends = Math.min(ends, from - 1);
    else {
      const to = Math.min(last, endAt === null ? last : dayNumber(dayOf(endAt)));
      for (let day = Math.max(first, from); day <= to; day += 1) out.add(day);
      if (Math.max(first, from) <= to) loans.add(loanId);
    }
  }
  if (kit.lostAt !== null) ends = Math.min(ends, dayNumber(dayOf(kit.lostAt)));
  // Where nobody knows since when a kit is gone, only its days out count.
  const gone = (kit.condition === 'retired' || kit.condition === 'lost') && kit.lostAt === null;
  const available = gone ? out.size : Math.max(0, ends - Math.max(first, begins) + 1);
  return { kit, out, loans: loans.size, available, exists: available > 0 };
}

function monthsOf(days: ReadonlySet<number>, monthOfDay: ReadonlyMap<number, string>): Set<string> {
  return new Set([...days].map((day) => monthOfDay.get(day) ?? ''));
}

function monthOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 7);
}

import { dayOf, instantOf } from '../loans/local-time.ts';
import type { LendingTables } from '../tables.ts';

/** How long loans name people, in full calendar years after the one in which they ended. */
export interface RetentionYears {
  /** 1 to 10; 3 is the German limitation period (§§ 195, 199 BGB). */
  readonly loanYears: number;
  /** 1 to 15; 10 is how long receipts of donations are kept at most (§ 147 AO). */
  readonly donationYears: number;
}

/** Of what was never handed over: nothing follows from it. */
export const neverOutYears = 1;

/** What tells how long a loan names people. */
export type DatedLoan = Pick<
  LendingTables['loan'],
  'kind' | 'state' | 'starts_at' | 'ends_at' | 'requested_at' | 'out_at' | 'returned_at' | 'closed_at'
>;

/** Whether it still goes on; a donation is over once it is given. */
export function isOpen({ kind, state }: Pick<DatedLoan, 'kind' | 'state'>): boolean {
  if (state === 'out') return kind === 'loan';
  return state === 'requested' || state === 'reserved' || state === 'packed' || state === 'returned';
}

/**
 * From when on a loan names nobody any more: the first of January after its years, by the local calendar, ms since 1970;
 * null: not before it is over. What was asked for and forgotten counts by its planned time.
 */
export function dueAt(loan: DatedLoan, years: RetentionYears): number | null {
  const [ended, full] = endOf(loan, years);
  if (ended === null) return null;
  return yearsAfter(ended, full);
}

/** The first of January after so many full calendar years, ms since 1970. */
export function yearsAfter(at: number, full: number): number {
  const year = Number(dayOf(at).slice(0, 4));
  return instantOf(`${year + full + 1}-01-01`);
}

/** When it was over, and the full years after it. */
function endOf(loan: DatedLoan, { loanYears, donationYears }: RetentionYears): [number | null, number] {
  const planned = loan.kind === 'donation' ? loan.starts_at : loan.ends_at;
  switch (loan.state) {
    case 'out':
      return loan.kind === 'donation' ? [loan.out_at ?? loan.starts_at, donationYears] : [null, 0];
    case 'returned':
    case 'closed':
      return [
        loan.closed_at ?? loan.returned_at ?? planned,
        loan.kind === 'donation' ? donationYears : loanYears,
      ];
    case 'declined':
    case 'cancelled':
    case 'no-show':
      // It may have been taken back long before its time, which is no reason to keep it until then.
      return [
        Math.max(loan.requested_at, Math.min(loan.starts_at, loan.requested_at + yearMs)),
        neverOutYears,
      ];
    default:
      return [Math.max(loan.requested_at, planned), neverOutYears];
  }
}

const yearMs = 365 * 86_400_000;

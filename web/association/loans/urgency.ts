import type { LoanLine } from '../../../server/api/contract/lending/loans.ts';

type Dated = Pick<LoanLine, 'kind' | 'state' | 'startsAt' | 'endsAt'>;

/** What somebody has to do first stands first: by the day of the next hand-over or return; what was given for good comes last. */
export function mostUrgentFirst<Line extends Dated>(loans: readonly Line[]): readonly Line[] {
  return loans.toSorted((a, b) => nextAt(a) - nextAt(b));
}

/** ms since 1970 of what comes next; what came back waits for nobody but the shelf since then. */
function nextAt({ kind, state, startsAt, endsAt }: Dated): number {
  if (state === 'out') return kind === 'donation' ? Number.MAX_SAFE_INTEGER : endsAt;
  return state === 'returned' ? endsAt : startsAt;
}

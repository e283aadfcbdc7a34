import type { LoanLine } from '../../api/contract/lending/loans.ts';
import { codeOf } from '../assets/code.ts';
import type { LendingDatabase } from '../interface.ts';
import type { LendingTables } from '../tables.ts';

/** Loans in a line each, in the order of the rows. At most some hundreds at once. */
export async function loanLines(
  db: LendingDatabase,
  rows: readonly LendingTables['loan'][],
  now: number,
): Promise<LoanLine[]> {
  if (rows.length === 0) return [];
  const schools = await db
    .selectFrom('school')
    .select(['id', 'name', 'city'])
    .where('id', 'in', [...new Set(rows.map((row) => row.school_id))])
    .execute();
  const items = await db
    .selectFrom('loan_item')
    .innerJoin('asset', 'asset.id', 'loan_item.asset_id')
    .select(['loan_id', 'state', 'inside_of', 'asset.kind', 'asset.number'])
    .where(
      'loan_id',
      'in',
      rows.map((row) => row.id),
    )
    .where('state', '<>', 'released')
    .orderBy('asset.kind', 'desc')
    .orderBy('asset.number')
    .execute();
  const bySchool = new Map(schools.map((school) => [school.id, school]));
  const byLoan = Map.groupBy(items, (item) => item.loan_id);
  return rows.map((row) => {
    const own = byLoan.get(row.id) ?? [];
    return {
      id: row.id,
      number: row.number,
      kind: row.kind,
      state: row.state,
      school: bySchool.get(row.school_id) ?? { id: row.school_id, name: '', city: '' },
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      overdue: isOverdue(row, now),
      pupils: row.pupils,
      codes: own.filter((item) => item.inside_of === null).map((item) => codeOf(item)),
      itemsOut: own.filter((item) => item.state === 'out').length,
      items: own.length,
    };
  });
}

/** Overdue is no state: it is being out after the end. */
export function isOverdue(
  { state, ends_at }: Pick<LendingTables['loan'], 'state' | 'ends_at'>,
  now: number,
): boolean {
  return state === 'out' && ends_at < now;
}

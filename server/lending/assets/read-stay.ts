import type { Asset } from '../../api/contract/lending/assets.ts';
import type { LendingDatabase } from '../interface.ts';

/** Since when a thing is with the loan that has it, and which loan has it reserved next. */
export async function readStay(db: LendingDatabase, assetId: string): Promise<Pick<Asset, 'since' | 'next'>> {
  const out = await db
    .selectFrom('loan_item')
    .select('out_at')
    .where('asset_id', '=', assetId)
    .where('state', '=', 'out')
    .executeTakeFirst();
  const next = await db
    .selectFrom('loan_item')
    .innerJoin('loan', 'loan.id', 'loan_item.loan_id')
    .innerJoin('school', 'school.id', 'loan.school_id')
    .select(['loan.id as loanId', 'loan.number', 'loan_item.starts_at', 'loan_item.ends_at'])
    .select(['school.id as schoolId', 'school.name', 'school.city'])
    .where('loan_item.asset_id', '=', assetId)
    .where('loan_item.state', 'in', ['reserved', 'packed'])
    .orderBy('loan_item.starts_at')
    .executeTakeFirst();
  return {
    since: out?.out_at ?? null,
    next: next
      ? {
          loanId: next.loanId,
          number: next.number,
          school: { id: next.schoolId, name: next.name, city: next.city },
          startsAt: next.starts_at,
          endsAt: next.ends_at,
        }
      : null,
  };
}

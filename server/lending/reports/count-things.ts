import type { Dashboard } from '../../api/contract/lending/reports.ts';
import type { LendingDatabase } from '../interface.ts';

/** How many kits and Pis there are, and where: lent, given away; what is lost or retired does not count. */
export async function countThings(db: LendingDatabase): Promise<Dashboard['counts']> {
  const things = await db
    .selectFrom('asset')
    .leftJoin('loan_item', (join) =>
      join.onRef('loan_item.asset_id', '=', 'asset.id').on('loan_item.state', '=', 'out'),
    )
    .leftJoin('loan', 'loan.id', 'loan_item.loan_id')
    .select(['asset.kind', 'loan.kind as given'])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('asset.kind', 'in', ['kit', 'device'])
    .where('asset.condition', 'in', ['usable', 'repair'])
    .groupBy(['asset.kind', 'loan.kind'])
    .execute();
  const count = (kind: 'kit' | 'device', given?: 'loan' | 'donation') =>
    things
      .filter((one) => one.kind === kind && (given === undefined || one.given === given))
      .reduce((sum, one) => sum + Number(one.count), 0);
  const { schools } = await db
    .selectFrom('loan_item')
    .innerJoin('loan', 'loan.id', 'loan_item.loan_id')
    .where('loan_item.state', '=', 'out')
    .select(({ fn }) => fn.count<number>('loan.school_id').distinct().as('schools'))
    .executeTakeFirstOrThrow();
  return {
    kits: count('kit') - count('kit', 'donation'),
    kitsOut: count('kit', 'loan'),
    devices: count('device') - count('device', 'donation'),
    devicesOut: count('device', 'loan'),
    donated: count('device', 'donation'),
    schools: Number(schools),
  };
}

import type { CalendarRow } from '../../api/contract/lending/calendar.ts';
import { assetLines } from '../assets/asset-lines.ts';
import type { LendingDatabase } from '../interface.ts';
import { isOverdue } from '../loans/loan-lines.ts';

/** So many rows fit into anybody's head. */
const most = 1000;

/** Kits that can be lent, and whatever is lent by itself, each with its loans in a time. */
export async function readCalendar(
  db: LendingDatabase,
  { from, to }: { from: number; to: number },
  now: number,
): Promise<CalendarRow[]> {
  const kits = await db
    .selectFrom('asset')
    .select('id')
    .where('kind', '=', 'kit')
    .where('condition', '=', 'usable')
    .where('parent_id', 'is', null)
    .orderBy('number')
    .limit(most)
    .execute();
  const items = await db
    .selectFrom('loan')
    .innerJoin('loan_item', 'loan_item.loan_id', 'loan.id')
    .innerJoin('school', 'school.id', 'loan.school_id')
    .select(['loan.id', 'loan.version', 'loan.number', 'loan.state', 'loan.ends_at as loanEndsAt'])
    .select(['loan_item.asset_id', 'loan_item.starts_at', 'loan_item.ends_at', 'loan_item.back_at'])
    .select('school.name as schoolName')
    .where('loan.starts_at', '<', to)
    .where((where) =>
      // What is overdue goes on until now.
      where.or([where('loan.ends_at', '>', from), ...(now > from ? [where('loan.state', '=', 'out')] : [])]),
    )
    .where('loan.state', 'in', ['reserved', 'packed', 'out', 'returned', 'closed'])
    .where('loan_item.inside_of', 'is', null)
    .where('loan_item.state', '<>', 'released')
    .orderBy('loan_item.starts_at')
    .execute();
  const bars = Map.groupBy(items, (item) => item.asset_id);
  const ids = new Set([...kits.map(({ id }) => id), ...bars.keys()]);
  const lines = await assetLines(db, [...ids].slice(0, most));
  const templates = await templatesOf(db);
  return lines.map((asset) => ({
    asset,
    template: templates.get(asset.id) ?? null,
    bars: (bars.get(asset.id) ?? []).map((item) => ({
      loanId: item.id,
      version: item.version,
      number: item.number,
      schoolName: item.schoolName,
      state: item.state,
      startsAt: item.starts_at,
      // What came back early is free for the rest; what came late was out until then.
      endsAt: item.back_at === null ? item.ends_at : Math.max(item.back_at, item.starts_at + 1),
      overdue: isOverdue({ state: item.state, ends_at: item.loanEndsAt }, now),
    })),
  }));
}

/** The names of kits' templates, by the kits' ids. */
async function templatesOf(db: LendingDatabase): Promise<ReadonlyMap<string, string>> {
  const named = await db
    .selectFrom('asset')
    .innerJoin('kit_template', 'kit_template.id', 'asset.template_id')
    .select(['asset.id', 'kit_template.name'])
    .execute();
  return new Map(named.map(({ id, name }) => [id, name]));
}

import type { AssetKind } from '../../api/contract/lending/assets.ts';
import { codeOf } from '../assets/code.ts';
import type { LendingDatabase } from '../interface.ts';
import type { Span } from './overlap.ts';

/** A thing that is in nothing, with all that is in it, and when any of it is lent. */
export interface Use {
  readonly id: string;
  /** Pis in it that can be lent, itself included. */
  readonly devices: number;
  /** `P7`, `3 × LED`: what is broken in it, or fewer than belong into it. */
  readonly lacks: readonly string[];
  /** Times at which something of it is lent; they may overlap. */
  readonly busy: readonly Span[];
}

interface Thing {
  readonly id: string;
  readonly kind: AssetKind;
  readonly number: number;
  readonly parent_id: string | null;
  readonly condition: string;
}

/**
 * Things of a kind that can be lent by themselves, with their times from `from` on. What is overdue counts as lent until
 * now; what was donated is left out.
 */
export async function useOfThings(
  db: LendingDatabase,
  asked: { kind: AssetKind; from: number; exceptLoanId?: string | undefined; now: number },
): Promise<Use[]> {
  const things = await thingsThatMatter(db);
  const rootOf = roots(things);
  const chosen = things
    .filter(
      ({ kind, condition, parent_id }) => kind === asked.kind && condition === 'usable' && parent_id === null,
    )
    .sort((a, b) => a.number - b.number);
  const uses = new Map(
    chosen.map(({ id }) => [id, { id, devices: 0, lacks: [] as string[], busy: [] as Span[] }]),
  );
  for (const thing of things) {
    const use = uses.get(rootOf.get(thing.id) ?? '');
    if (!use || thing.condition === 'retired') continue;
    if (thing.condition !== 'usable') use.lacks.push(codeOf(thing));
    else if (thing.kind === 'device' && thing.parent_id === null) use.devices += 1;
  }
  for (const { parent_id, devices } of await devicesInside(db)) {
    const use = uses.get(rootOf.get(parent_id ?? '') ?? '');
    if (use) use.devices += Number(devices);
  }
  for (const part of await missingParts(db)) {
    const use = uses.get(rootOf.get(part.asset_id) ?? '');
    use?.lacks.push(`${part.quantity - part.present} × ${part.name}`);
  }
  const donated = new Set<string>();
  for (const item of await activeItems(db, asked)) {
    const root = rootOf.get(item.asset_id) ?? rootOf.get(item.parent_id ?? '') ?? '';
    if (item.kind === 'donation' && item.state === 'out' && item.asset_id === root) donated.add(root);
    const endsAt = item.state === 'out' ? Math.max(item.ends_at, asked.now) : item.ends_at;
    uses.get(root)?.busy.push({ startsAt: item.starts_at, endsAt });
  }
  return [...uses.values()].filter(({ id }) => !donated.has(id));
}

/** All but the many Pis that lie usable in a kit: those are only counted. */
function thingsThatMatter(db: LendingDatabase): Promise<Thing[]> {
  return db
    .selectFrom('asset')
    .select(['id', 'kind', 'number', 'parent_id', 'condition'])
    .where((where) =>
      where.or([
        where('kind', '<>', 'device'),
        where('condition', '<>', 'usable'),
        where('parent_id', 'is', null),
        where('id', 'in', (of) =>
          of.selectFrom('asset').select('parent_id').where('parent_id', 'is not', null),
        ),
      ]),
    )
    .execute();
}

function devicesInside(db: LendingDatabase) {
  return db
    .selectFrom('asset')
    .select(['parent_id', (of) => of.fn.countAll<number>().as('devices')])
    .where('kind', '=', 'device')
    .where('condition', '=', 'usable')
    .where('parent_id', 'is not', null)
    .groupBy('parent_id')
    .execute();
}

function roots(things: readonly Thing[]): Map<string, string> {
  const parents = new Map(things.map(({ id, parent_id }) => [id, parent_id]));
  const found = new Map<string, string>();
  const root = (id: string): string => {
    const known = found.get(id);
    if (known !== undefined) return known;
    const parent = parents.get(id);
    const answer = parent ? root(parent) : id;
    found.set(id, answer);
    return answer;
  };
  for (const { id } of things) root(id);
  return found;
}

function missingParts(db: LendingDatabase) {
  return db
    .selectFrom('asset_content')
    .innerJoin('consumable', 'consumable.id', 'asset_content.consumable_id')
    .select(['asset_id', 'quantity', 'present', 'consumable.name'])
    .whereRef('present', '<', 'quantity')
    .execute();
}

function activeItems(
  db: LendingDatabase,
  { from, exceptLoanId, now }: { from: number; exceptLoanId?: string | undefined; now: number },
) {
  return (
    db
      .selectFrom('loan_item')
      .innerJoin('loan', 'loan.id', 'loan_item.loan_id')
      .innerJoin('asset', 'asset.id', 'loan_item.asset_id')
      .select('asset.parent_id')
      .select([
        'loan_item.asset_id',
        'loan_item.state',
        'loan_item.starts_at',
        'loan_item.ends_at',
        'loan.kind',
      ])
      .where('loan_item.active', '=', 1)
      // What is lent inside another thing is lent for the same time as that.
      .where('loan_item.inside_of', 'is', null)
      .where((where) =>
        where.or([
          where('loan_item.ends_at', '>', from),
          ...(from < now ? [where('loan_item.state', '=', 'out')] : []),
        ]),
      )
      .$if(exceptLoanId !== undefined, (query) => query.where('loan.id', '<>', exceptLoanId ?? ''))
      .execute()
  );
}

/** Whether nothing of it is lent in a time; touching times are none. */
export function isFree({ busy }: Pick<Use, 'busy'>, { startsAt, endsAt }: Span): boolean {
  return busy.every((one) => one.startsAt >= endsAt || one.endsAt <= startsAt);
}

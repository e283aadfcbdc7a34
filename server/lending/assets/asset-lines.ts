import { type Kysely, sql } from 'kysely';
import type { AssetLine, Whereabouts } from '../../api/contract/lending/assets.ts';
import type { LendingDatabase } from '../interface.ts';
import { codeOf } from './code.ts';

/** Where things are is told by the loan that has them `packed` or `out`; the database keeps it to one. */
interface Holder {
  asset_id: string;
  state: 'packed' | 'out';
  loan_id: string;
  kind: 'loan' | 'donation';
  schoolId: string;
  schoolName: string;
  schoolCity: string;
}

/** Things in a line, in the order of the ids; those that do not exist are left out. At most some thousands at once. */
export async function assetLines(db: LendingDatabase, ids: readonly string[]): Promise<AssetLine[]> {
  const byId = new Map<string, AssetLine>();
  // SQLite takes at most 32,766 values in a statement.
  for (let first = 0; first < ids.length; first += 5000) {
    for (const line of await linesOf(db, ids.slice(first, first + 5000))) byId.set(line.id, line);
  }
  return ids.flatMap((id) => byId.get(id) ?? []);
}

async function linesOf(db: LendingDatabase, ids: readonly string[]): Promise<AssetLine[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('asset').selectAll().where('id', 'in', ids).execute();
  const above = await ancestors(db, ids);
  const holders = new Map((await holdersOf(db, ids)).map((one) => [one.asset_id, one]));
  return rows.map((row) => {
    const parent = row.parent_id === null ? undefined : above.get(row.parent_id);
    const holder = holders.get(row.id);
    return {
      id: row.id,
      kind: row.kind,
      code: codeOf(row),
      name: row.name,
      condition: row.condition,
      whereabouts: whereabouts(holder),
      place: placeOf(row, above),
      parent: parent ? { id: parent.id, code: codeOf(parent), name: parent.name } : null,
      deviceId: row.device_id,
      school:
        holder?.state === 'out'
          ? { id: holder.schoolId, name: holder.schoolName, city: holder.schoolCity }
          : null,
      loanId: holder?.loan_id ?? null,
    };
  });
}

function whereabouts(holder: Holder | undefined): Whereabouts {
  if (!holder) return 'here';
  if (holder.state === 'packed') return 'packed';
  return holder.kind === 'donation' ? 'donated' : 'out';
}

type Ancestor = Pick<AssetRow, 'id' | 'kind' | 'number' | 'name' | 'parent_id' | 'place'>;
type AssetRow = Awaited<ReturnType<typeof rowsOf>>[number];
const rowsOf = (db: LendingDatabase) => db.selectFrom('asset').selectAll().execute();

/** Its own place, or that of the nearest thing around it that has one. */
function placeOf(row: Ancestor, above: ReadonlyMap<string, Ancestor>): string {
  for (let one: Ancestor | undefined = row; one; one = one.parent_id ? above.get(one.parent_id) : undefined) {
    if (one.place !== '') return one.place;
  }
  return '';
}

/** The things and all that they are in, by id. */
async function ancestors(db: LendingDatabase, ids: readonly string[]): Promise<Map<string, Ancestor>> {
  const rows = await db
    .withRecursive('above', (builder) =>
      builder
        .selectFrom('asset')
        .select(['id', 'kind', 'number', 'name', 'parent_id', 'place'])
        .where('id', 'in', ids)
        .union(
          builder
            .selectFrom('asset')
            .innerJoin('above', 'above.parent_id', 'asset.id')
            .select([
              'asset.id',
              'asset.kind',
              'asset.number',
              'asset.name',
              'asset.parent_id',
              'asset.place',
            ]),
        ),
    )
    .selectFrom('above')
    .selectAll()
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

async function holdersOf(db: LendingDatabase, ids: readonly string[]): Promise<Holder[]> {
  const rows = await db
    .selectFrom('loan_item')
    .innerJoin('loan', 'loan.id', 'loan_item.loan_id')
    .innerJoin('school', 'school.id', 'loan.school_id')
    .select(['loan_item.asset_id', 'loan_item.state', 'loan_item.loan_id', 'loan.kind'])
    .select(['school.id as schoolId', 'school.name as schoolName', 'school.city as schoolCity'])
    .where('loan_item.asset_id', 'in', ids)
    .where('loan_item.active', '=', 1)
    .where('loan_item.state', 'in', ['packed', 'out'])
    .execute();
  return rows as Holder[];
}

/**
 * Things and everything in them, as deep as it goes: each once, the outer before the inner.
 *
 * @returns ids with that of the thing around each, null for those that were asked for.
 */
export async function withInside(
  db: Kysely<never> | LendingDatabase,
  ids: readonly string[],
): Promise<{ id: string; insideOf: string | null; depth: number }[]> {
  if (ids.length === 0) return [];
  const rows = await (db as LendingDatabase)
    .withRecursive('within', (builder) =>
      builder
        .selectFrom('asset')
        .select([
          'id',
          sql<string | null>`null`.$castTo<string | null>().as('insideOf'),
          sql<number>`0`.as('depth'),
        ])
        .where('id', 'in', ids)
        .unionAll(
          builder
            .selectFrom('asset')
            .innerJoin('within', 'within.id', 'asset.parent_id')
            .select(['asset.id', 'asset.parent_id as insideOf', sql<number>`within.depth + 1`.as('depth')]),
        ),
    )
    .selectFrom('within')
    .selectAll()
    .orderBy('depth')
    .execute();
  const seen = new Set<string>();
  // What is asked for and lies in another that is asked for comes once, as being inside.
  const inner = new Map(rows.filter(({ insideOf }) => insideOf !== null).map((row) => [row.id, row]));
  return rows.flatMap((row) => {
    if (seen.has(row.id)) return [];
    seen.add(row.id);
    return [inner.get(row.id) ?? row];
  });
}

import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type * as z from 'zod/mini';
import type { AssetLine, assetEndpoints, Whereabouts } from '../../api/contract/lending/assets.ts';
import { codesOfRuns } from '../../api/contract/lending/code-runs.ts';
import type { LendingDatabase } from '../interface.ts';
import type { LendingTables } from '../tables.ts';
import { assetLines } from './asset-lines.ts';
import { partsOfCode } from './code.ts';
import { type AssetSearch, parseAssetSearch } from './parse-search.ts';

export type AssetQuery = z.output<(typeof assetEndpoints.assets)['body']>;
type Assets = ExpressionBuilder<LendingTables, 'asset'>;

/** One page of the things that are looked for: the one whose code was typed first, then kits, boxes, Pis, parts by number. */
export async function findAssets(
  db: LendingDatabase,
  query: AssetQuery,
): Promise<{ assets: AssetLine[]; total: number }> {
  const search = parseAssetSearch(query.text ?? '');
  const places = search.places.length > 0 ? await idsAt(db, search.places) : null;
  const schools =
    search.schools.length > 0 || query.schoolId !== undefined
      ? await schoolIds(db, search, query.schoolId)
      : null;

  const wanted = (db as unknown as Kysely<LendingTables>).selectFrom('asset').where((asset) => {
    const rules = search.words.map((word) => asset('asset.search', 'like', containing(word)));
    if (search.scanned && search.code) rules.splice(0, rules.length, hasCode(asset, search.code));
    const kind = query.kind ?? search.kind;
    if (kind) rules.push(asset('asset.kind', '=', kind));
    const condition = query.condition ?? search.condition;
    if (condition) rules.push(asset('asset.condition', '=', condition));
    if (query.codes) rules.push(hasOneOf(asset, query.codes));
    if (query.top) rules.push(asset('asset.parent_id', 'is', null));
    const whereabouts = query.whereabouts ?? search.whereabouts;
    if (whereabouts) rules.push(isAt(asset, whereabouts));
    if (places) rules.push(oneOf(asset, places));
    if (schools) rules.push(isAtSchool(asset, schools));
    if (search.unlabelled) rules.push(hasNoLabel(asset));
    return asset.and(rules);
  });

  const { total } = await wanted.select((asset) => asset.fn.countAll().as('total')).executeTakeFirstOrThrow();
  const rows = await wanted
    .select('asset.id')
    .orderBy((asset) => firstIf(asset, search.code))
    .orderBy(sql`case asset.kind when 'kit' then 0 when 'box' then 1 when 'device' then 2 else 3 end`)
    .orderBy('asset.number')
    .limit(query.limit ?? 50)
    .offset(query.offset ?? 0)
    .execute();
  return {
    assets: await assetLines(
      db,
      rows.map(({ id }) => id),
    ),
    total: Number(total),
  };
}

/** What `like` takes for text that has this in it. Both databases take the backslash here by `escape`. */
function containing(word: string) {
  return sql<string>`${`%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`} escape '\\'`;
}

function hasCode(asset: Assets, code: string) {
  const { kind, number } = partsOfCode(code);
  return asset.and([asset('asset.kind', '=', kind), asset('asset.number', '=', number)]);
}

function hasOneOf(asset: Assets, runs: readonly string[]) {
  const parts = (codesOfRuns(runs) ?? []).map(partsOfCode);
  if (parts.length === 0) return nothing(asset);
  return asset.or(
    [...new Set(parts.map(({ kind }) => kind))].map((kind) =>
      asset.and([
        asset('asset.kind', '=', kind),
        asset(
          'asset.number',
          'in',
          parts.filter((one) => one.kind === kind).map(({ number }) => number),
        ),
      ]),
    ),
  );
}

function firstIf(asset: Assets, code: string | null) {
  if (code === null) return sql<number>`1 - 1`;
  return asset.case().when(hasCode(asset, code)).then(0).else(1).end();
}

function isAt(asset: Assets, where: Whereabouts) {
  const held = asset
    .selectFrom('loan_item')
    .innerJoin('loan', 'loan.id', 'loan_item.loan_id')
    .select('loan_item.id')
    .whereRef('loan_item.asset_id', '=', 'asset.id')
    // What is packed or out is active: said, so that the index finds the few of ten years.
    .where('loan_item.active', '=', 1);
  if (where === 'here')
    return asset.not(asset.exists(held.where('loan_item.state', 'in', ['packed', 'out'])));
  if (where === 'packed') return asset.exists(held.where('loan_item.state', '=', 'packed'));
  return asset.exists(
    held
      .where('loan_item.state', '=', 'out')
      .where('loan.kind', '=', where === 'donated' ? 'donation' : 'loan'),
  );
}

function isAtSchool(asset: Assets, schools: readonly string[]) {
  if (schools.length === 0) return nothing(asset);
  return asset.exists(
    asset
      .selectFrom('loan_item')
      .innerJoin('loan', 'loan.id', 'loan_item.loan_id')
      .select('loan_item.id')
      .whereRef('loan_item.asset_id', '=', 'asset.id')
      .where('loan_item.active', '=', 1)
      .where('loan_item.state', '=', 'out')
      .where('loan.school_id', 'in', schools),
  );
}

function hasNoLabel(asset: Assets) {
  return asset.not(
    asset.exists(
      asset
        .selectFrom('history')
        .select('history.id')
        .whereRef('history.asset_id', '=', 'asset.id')
        .where('history.kind', '=', 'asset.labelled'),
    ),
  );
}

function oneOf(asset: Assets, ids: readonly string[]) {
  return ids.length > 0 ? asset('asset.id', 'in', ids) : nothing(asset);
}

/** What no thing meets. */
function nothing(asset: Assets) {
  return asset('asset.id', 'is', null);
}

/** Schools whose name or city has all of these in it; compared here, because SQLite lowers ASCII letters alone. */
async function schoolIds(
  db: LendingDatabase,
  { schools }: AssetSearch,
  schoolId: string | undefined,
): Promise<string[]> {
  if (schools.length === 0) return schoolId === undefined ? [] : [schoolId];
  const rows = await db.selectFrom('school').select(['id', 'name', 'city']).execute();
  return rows
    .filter(({ id, name, city }) => {
      const text = `${name} ${city}`.toLowerCase();
      return (schoolId === undefined || id === schoolId) && schools.every((part) => text.includes(part));
    })
    .map(({ id }) => id);
}

/** Things that are kept at a place of such a name, or in something that is. */
async function idsAt(db: LendingDatabase, parts: readonly string[]): Promise<string[]> {
  const known = await db.selectFrom('asset').select('place').distinct().execute();
  const places = known
    .map(({ place }) => place)
    .filter((place) => place !== '' && parts.every((part) => place.toLowerCase().includes(part)));
  if (places.length === 0) return [];
  const rows = await db
    .withRecursive('kept', (builder) =>
      builder
        .selectFrom('asset')
        .select('asset.id')
        .where('asset.place', 'in', places)
        .union(
          builder
            .selectFrom('asset')
            .innerJoin('kept', 'kept.id', 'asset.parent_id')
            .select('asset.id')
            // Written so that no index of places is used: it would be read whole for each thing.
            .where(sql<string>`asset.place || ''`, '=', ''),
        ),
    )
    .selectFrom('kept')
    .select('kept.id')
    .execute();
  return rows.map(({ id }) => id);
}

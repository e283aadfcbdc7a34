import type { Asset } from '../../api/contract/lending/assets.ts';
import type { LendingContext, LendingDatabase } from '../interface.ts';
import { assetLines, withInside } from './asset-lines.ts';
import { deviceKnowledge } from './device-knowledge.ts';
import { assetUnknown } from './problems.ts';
import { readStay } from './read-stay.ts';
import { totalValues } from './total-values.ts';

/** One thing with everything in it. @throws HttpProblem `asset-unknown`. */
export async function readAsset(
  { db, fleet, now }: Pick<LendingContext, 'db' | 'fleet' | 'now'>,
  id: string,
): Promise<Asset> {
  const row = await db.selectFrom('asset').selectAll().where('id', '=', id).executeTakeFirst();
  const within = row ? (await withInside(db, [id])).map((one) => one.id) : [];
  const [line, ...inside] = await assetLines(db, within);
  if (!row || !line) throw assetUnknown();
  const value = (await totalValues(db, [id], now())).get(id);
  return {
    ...line,
    place: row.place,
    serial: row.serial,
    model: row.model,
    sponsorId: row.sponsor_id,
    funding: row.funding,
    purchasedOn: row.purchased_on,
    purchaseCents: row.purchase_cents,
    note: row.note,
    lostAt: row.lost_at,
    currentCents: value?.currentCents ?? null,
    totalCents: value?.totalCents ?? 0,
    sponsor: await named(db, 'sponsor', row.sponsor_id),
    template: await named(db, 'kit_template', row.template_id),
    inside,
    contents: await contentsOf(db, id),
    ...(await readStay(db, id)),
    fleet: deviceKnowledge(fleet, row.device_id),
    photos: await db
      .selectFrom('photo')
      .select(['id', 'at'])
      .where('asset_id', '=', id)
      .orderBy('at', 'desc')
      .orderBy('id')
      .execute(),
  };
}

async function named(db: LendingDatabase, table: 'sponsor' | 'kit_template', id: string | null) {
  if (id === null) return null;
  return (await db.selectFrom(table).select(['id', 'name']).where('id', '=', id).executeTakeFirst()) ?? null;
}

async function contentsOf(db: LendingDatabase, id: string): Promise<Asset['contents']> {
  const rows = await db
    .selectFrom('asset_content')
    .innerJoin('consumable', 'consumable.id', 'asset_content.consumable_id')
    .select(['consumable.id as consumableId', 'consumable.name', 'consumable.unit_cents as unitCents'])
    .select(['asset_content.quantity', 'asset_content.present'])
    .where('asset_content.asset_id', '=', id)
    .orderBy('consumable.name')
    .execute();
  return rows;
}

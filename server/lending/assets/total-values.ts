import type { LendingDatabase } from '../interface.ts';
import { readSettings } from '../settings/settings-store.ts';
import { withInside } from './asset-lines.ts';
import { currentCents } from './value.ts';

/** What a thing is worth, in Euro cents. */
export interface AssetValue {
  /** Itself by its age; null: price or day of purchase unknown. */
  readonly currentCents: number | null;
  /** With everything in it, as deep as it goes; counted parts at their price. What is unknown, lost or retired counts nothing. */
  readonly totalCents: number;
}

/** Values by id of things. @param now ms since 1970. */
export async function totalValues(
  db: LendingDatabase,
  ids: readonly string[],
  now: number,
): Promise<Map<string, AssetValue>> {
  const { lifetimeYears } = (await readSettings(db)).settings;
  // Asked for one by one, things in things that are both asked for would count once only.
  const values = new Map<string, AssetValue>();
  for (const id of ids) {
    const within = (await withInside(db, [id])).map((one) => one.id);
    values.set(id, await valueFor(db, id, within, { now, lifetimeYears }));
  }
  return values;
}

async function valueFor(
  db: LendingDatabase,
  id: string,
  within: readonly string[],
  { now, lifetimeYears }: { now: number; lifetimeYears: number },
): Promise<AssetValue> {
  if (within.length === 0) return { currentCents: null, totalCents: 0 };
  const assets = await db
    .selectFrom('asset')
    .select(['id', 'condition', 'purchase_cents as purchaseCents', 'purchased_on as purchasedOn'])
    .where('id', 'in', within)
    .execute();
  const parts = await db
    .selectFrom('asset_content')
    .innerJoin('consumable', 'consumable.id', 'asset_content.consumable_id')
    .select(['asset_content.present', 'consumable.unit_cents'])
    .where('asset_content.asset_id', 'in', within)
    .execute();
  const there = assets.filter(({ condition }) => condition === 'usable' || condition === 'repair');
  const own = assets.find((one) => one.id === id);
  return {
    currentCents: own ? currentCents(own, now, lifetimeYears) : null,
    totalCents:
      there.reduce((sum, one) => sum + (currentCents(one, now, lifetimeYears) ?? 0), 0) +
      parts.reduce((sum, one) => sum + one.present * one.unit_cents, 0),
  };
}

import type { Consumable } from '../../api/contract/lending/consumables.ts';
import { refusal } from '../../api/http-problem.ts';
import { record } from '../history/record.ts';
import type { LendingContext, LendingDatabase } from '../interface.ts';
import type { LendingTables } from '../tables.ts';
import { consumableUnknown, nameTaken } from './problems.ts';

/** Counted parts by name. */
export async function readConsumables(db: LendingDatabase): Promise<Consumable[]> {
  const rows = await db.selectFrom('consumable').selectAll().execute();
  return rows
    .map(consumableOf)
    .sort((one, other) => one.name.localeCompare(other.name, 'de', { numeric: true }));
}

/** Adds a counted part, or changes one. */
export async function saveConsumable(
  { db, newId, now, events }: LendingContext,
  by: string,
  wanted: Omit<Consumable, 'id'> & { readonly id?: string | undefined },
): Promise<Consumable> {
  const id = wanted.id ?? newId();
  const row = {
    id,
    name: wanted.name,
    icon: wanted.icon,
    unit_cents: wanted.unitCents,
    stock: wanted.stock,
    minimum: wanted.minimum,
  };
  await db.transaction().execute(async (trx) => {
    const same = await trx
      .selectFrom('consumable')
      .select('id')
      .where('name', '=', wanted.name)
      .where('id', '<>', id)
      .executeTakeFirst();
    if (same) throw nameTaken(wanted.name);
    const before = await trx.selectFrom('consumable').selectAll().where('id', '=', id).executeTakeFirst();
    if (wanted.id !== undefined && !before) throw consumableUnknown();
    if (before) await trx.updateTable('consumable').set(row).where('id', '=', id).execute();
    else await trx.insertInto('consumable').values(row).execute();
    const said = before?.stock === row.stock ? ['', ''] : [`, Bestand ${row.stock}`, `, stock ${row.stock}`];
    await record(trx, {
      id: newId(),
      at: now(),
      by,
      kind: before ? 'consumable.changed' : 'consumable.added',
      assetId: id,
      de: `${row.name} ${before ? 'geändert' : 'angelegt'}${said[0]}`,
      en: `${row.name} ${before ? 'changed' : 'added'}${said[1]}`,
      facts: { from: before?.stock ?? 0, to: row.stock },
    });
  });
  events.emit('changed', 'asset', id);
  return consumableOf(row);
}

/** Puts so many into the store, or takes them out. @throws HttpProblem `stock-short`. */
export async function changeStock(
  { db, newId, now, events }: LendingContext,
  {
    id,
    by,
    reason = '',
    person,
  }: { readonly id: string; readonly by: number; readonly reason?: string; readonly person: string },
): Promise<Consumable> {
  const changed = await db.transaction().execute(async (trx) => {
    const after = await takeStock(trx, id, -by);
    const why = reason && ` (${reason})`;
    await record(trx, {
      id: newId(),
      at: now(),
      by: person,
      kind: 'consumable.stock',
      assetId: id,
      de: `${by > 0 ? `${by} dazu` : `${-by} entnommen`}${why}, jetzt ${after.stock}`,
      en: `${by > 0 ? `${by} added` : `${-by} taken`}${why}, now ${after.stock}`,
      facts: { by, stock: after.stock },
    });
    return after;
  });
  events.emit('changed', 'asset', id);
  return changed;
}

/**
 * Takes so many from the store (less than 0: puts them there), within a transaction.
 *
 * @throws HttpProblem `consumable-unknown`, `stock-short`: nothing is taken.
 */
export async function takeStock(trx: LendingDatabase, id: string, quantity: number): Promise<Consumable> {
  const row = await trx
    .updateTable('consumable')
    .set((consumable) => ({ stock: consumable('stock', '-', quantity) }))
    .where('id', '=', id)
    .where('stock', '>=', quantity)
    .returningAll()
    .executeTakeFirst();
  if (row) return consumableOf(row);
  const short = await trx.selectFrom('consumable').selectAll().where('id', '=', id).executeTakeFirst();
  if (!short) throw consumableUnknown();
  throw refusal(
    409,
    'stock-short',
    `Von „${short.name}“ sind nur noch ${short.stock} im Lager, gebraucht werden ${quantity}. Nehmen Sie weniger oder buchen Sie erst nach.`,
    `Only ${short.stock} of “${short.name}” are in the store, and ${quantity} are needed. Take fewer, or put more into the store first.`,
  );
}

function consumableOf(row: LendingTables['consumable']): Consumable {
  return {
    id: row.id,
    name: row.name,
    icon: row.icon,
    unitCents: row.unit_cents,
    stock: row.stock,
    minimum: row.minimum,
  };
}

import { z } from 'zod';
import { assetKindSchema } from '../../api/contract/lending/assets.ts';
import type { KitTemplate } from '../../api/contract/lending/consumables.ts';
import type { LendingContext, LendingDatabase } from '../interface.ts';
import type { LendingTables } from '../tables.ts';
import { consumableUnknown, nameTaken, templateUnknown } from './problems.ts';

/** How a template's two lists are kept. */
const keptContents = z.array(z.object({ consumableId: z.string(), quantity: z.number() }));
const keptAssets = z.array(z.object({ kind: assetKindSchema, name: z.string(), count: z.number() }));

/** All templates, by name. */
export async function readTemplates(db: LendingDatabase): Promise<KitTemplate[]> {
  const rows = await db.selectFrom('kit_template').selectAll().execute();
  const names = await consumableNames(db);
  return rows
    .map((row) => templateOf(row, names))
    .sort((one, other) => one.name.localeCompare(other.name, 'de', { numeric: true }));
}

/** One template; undefined: there is none of this id. */
export async function readTemplate(db: LendingDatabase, id: string): Promise<KitTemplate | undefined> {
  const row = await db.selectFrom('kit_template').selectAll().where('id', '=', id).executeTakeFirst();
  return row && templateOf(row, await consumableNames(db));
}

/** Keeps a template; kits that exist stay as they are. */
export async function saveTemplate(
  { db, newId, events }: LendingContext,
  template: Omit<KitTemplate, 'id' | 'contents'> & {
    readonly id?: string | undefined;
    readonly contents: readonly { consumableId: string; quantity: number }[];
  },
): Promise<KitTemplate> {
  const id = template.id ?? newId();
  const row = {
    id,
    name: template.name,
    description: template.description,
    contents: JSON.stringify(template.contents),
    assets: JSON.stringify(template.assets),
  };
  const kept = await db.transaction().execute(async (trx) => {
    const names = await consumableNames(trx);
    if (template.contents.some(({ consumableId }) => !names.has(consumableId))) throw consumableUnknown();
    const same = await trx
      .selectFrom('kit_template')
      .select('id')
      .where('name', '=', template.name)
      .where('id', '<>', id)
      .executeTakeFirst();
    if (same) throw nameTaken(template.name);
    if (template.id === undefined) await trx.insertInto('kit_template').values(row).execute();
    else {
      const { numUpdatedRows } = await trx
        .updateTable('kit_template')
        .set(row)
        .where('id', '=', id)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) throw templateUnknown();
    }
    return templateOf(row, names);
  });
  events.emit('changed', 'asset', id);
  return kept;
}

async function consumableNames(db: LendingDatabase): Promise<Map<string, string>> {
  const rows = await db.selectFrom('consumable').select(['id', 'name']).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function templateOf(row: LendingTables['kit_template'], names: ReadonlyMap<string, string>): KitTemplate {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    contents: keptContents.parse(JSON.parse(row.contents)).flatMap(({ consumableId, quantity }) => {
      const name = names.get(consumableId);
      return name === undefined ? [] : [{ consumableId, name, quantity }];
    }),
    assets: keptAssets.parse(JSON.parse(row.assets)),
  };
}

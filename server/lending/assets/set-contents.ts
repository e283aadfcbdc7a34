import { type HistoryRecord, record } from '../history/record.ts';
import type { LendingContext } from '../interface.ts';
import { codeOf } from './code.ts';
import { takeStock } from './consumables.ts';
import { assetUnknown, consumableUnknown } from './problems.ts';
import { refuseHeld } from './refuse-held.ts';

export interface WantedContents {
  readonly assetId: string;
  readonly by: string;
  readonly contents: readonly { consumableId: string; quantity: number; present: number }[];
  /** What comes in is taken from the store, what goes out is put there. */
  readonly fromStock: boolean;
}

/** Says which counted parts belong into a thing and how many are in it; all of it, or nothing. */
export async function setContents(
  { db, newId, now, events }: LendingContext,
  wanted: WantedContents,
): Promise<void> {
  const { assetId, fromStock } = wanted;
  // Said twice, the last counts.
  const contents = [...new Map(wanted.contents.map((one) => [one.consumableId, one])).values()].filter(
    ({ quantity, present }) => quantity > 0 || present > 0,
  );
  await db.transaction().execute(async (trx) => {
    const asset = await trx
      .selectFrom('asset')
      .select(['id', 'kind', 'number'])
      .where('id', '=', assetId)
      .executeTakeFirst();
    if (!asset) throw assetUnknown();
    await refuseHeld(trx, [assetId]);
    const before = await trx
      .selectFrom('asset_content')
      .selectAll()
      .where('asset_id', '=', assetId)
      .execute();
    const ids = [
      ...new Set([...contents, ...before.map((one) => ({ consumableId: one.consumable_id }))]),
    ].map(({ consumableId }) => consumableId);
    const known = ids.length
      ? await trx.selectFrom('consumable').select(['id', 'name']).where('id', 'in', ids).execute()
      : [];
    const changes: string[] = [];
    const moves: Omit<HistoryRecord, 'id' | 'at' | 'by'>[] = [];
    // In the order of ids, so that two at once wait for each other instead of for ever.
    for (const id of [...new Set(ids)].sort()) {
      const name = known.find((one) => one.id === id)?.name;
      if (name === undefined) throw consumableUnknown();
      const was = before.find((one) => one.consumable_id === id);
      const is = contents.find((one) => one.consumableId === id);
      const [had, has] = [was?.present ?? 0, is?.present ?? 0];
      if (fromStock && has !== had) {
        const { stock } = await takeStock(trx, id, has - had);
        const code = codeOf(asset);
        const by = has - had;
        moves.push({
          assetId: id,
          kind: 'consumable.stock',
          de: by > 0 ? `${by} in ${code}, jetzt ${stock}` : `${-by} aus ${code} zurück, jetzt ${stock}`,
          en: by > 0 ? `${by} into ${code}, now ${stock}` : `${-by} back from ${code}, now ${stock}`,
          facts: { by: -by, stock },
        });
      }
      if (has !== had || (was?.quantity ?? 0) !== (is?.quantity ?? 0)) {
        changes.push(`${name} ${had}/${was?.quantity ?? 0} → ${has}/${is?.quantity ?? 0}`);
      }
    }
    if (changes.length === 0) return;
    await trx.deleteFrom('asset_content').where('asset_id', '=', assetId).execute();
    if (contents.length > 0) {
      await trx
        .insertInto('asset_content')
        .values(
          contents.map(({ consumableId, quantity, present }) => ({
            asset_id: assetId,
            consumable_id: consumableId,
            quantity,
            present,
          })),
        )
        .execute();
    }
    moves.unshift({
      kind: 'asset.contents',
      assetId,
      de: `Inhalt: ${changes.join(', ')}`,
      en: `Contents: ${changes.join(', ')}`,
      facts: { fromStock },
    });
    await record(trx, ...moves.map((one) => ({ id: newId(), at: now(), by: wanted.by, ...one })));
  });
  events.emit('changed', 'asset', assetId);
}

import type { StocktakeItem } from '../../api/contract/lending/stocktake.ts';
import { setCondition } from '../assets/lost-at.ts';
import { type HistoryRecord, record } from '../history/record.ts';
import type { LendingContext } from '../interface.ts';
import { inBatches } from './in-batches.ts';
import { readStocktake } from './read-stocktake.ts';
import { stocktakeFinished, stocktakeUnknown } from './scan.ts';

/** How a stocktake ends. */
export interface Finish {
  readonly stocktakeId: string;
  readonly by: string;
  /** What is missing counts as lost from now on. */
  readonly markLost: boolean;
  /** What was scanned here and belongs elsewhere has its place here from now on. */
  readonly moveHere: boolean;
}

/**
 * Ends a stocktake, and does with the rest what was said; each thing's history tells of it.
 *
 * @throws HttpProblem `stocktake-unknown` or `stocktake-finished`.
 */
export async function finishStocktake(
  { db, events, newId, now }: Pick<LendingContext, 'db' | 'events' | 'newId' | 'now'>,
  { stocktakeId, by, markLost, moveHere }: Finish,
): Promise<void> {
  const changed = await db.transaction().execute(async (trx) => {
    const at = now();
    const { numUpdatedRows } = await trx
      .updateTable('stocktake')
      .set({ finished_at: at })
      .where('id', '=', stocktakeId)
      .where('finished_at', 'is', null)
      .executeTakeFirst();
    const row = await trx
      .selectFrom('stocktake')
      .selectAll()
      .where('id', '=', stocktakeId)
      .executeTakeFirst();
    if (!row) throw stocktakeUnknown();
    if (numUpdatedRows !== 1n) throw stocktakeFinished();
    const { items } = await readStocktake(trx, row);
    const lost = markLost ? items.filter(isLost) : [];
    const moved = moveHere ? items.filter(isMoved) : [];
    await setCondition(trx, assetIds(lost), 'lost', at);
    const movedIds = new Set(assetIds(moved));
    /** What lies in something that moves along keeps no place of its own. */
    const alone = moved.filter(({ asset }) => !asset?.parent || !movedIds.has(asset.parent.id));
    for (const batch of inBatches(assetIds(alone))) {
      await trx.updateTable('asset').set({ place: row.place }).where('id', 'in', batch).execute();
    }
    const foundAgain = moved.filter(({ asset }) => asset?.condition === 'lost');
    await setCondition(trx, assetIds(foundAgain), 'usable', at);
    const history = items.flatMap((item) => sentence(item, row.place, { lost, moved }));
    for (const batch of inBatches(history)) {
      await record(trx, ...batch.map((words) => ({ id: newId(), at, by, ...words })));
    }
    return new Set([...assetIds(lost), ...movedIds]);
  });
  events.emit('changed', 'stocktake', stocktakeId);
  for (const id of changed) events.emit('changed', 'asset', id);
}

/** Missing, and no loan has taken it away since the stocktake began. */
function isLost({ state, asset }: StocktakeItem): boolean {
  return (
    state === 'missing' && asset?.whereabouts === 'here' && ['usable', 'repair'].includes(asset.condition)
  );
}

/** Here, and no loan says that it should be elsewhere. */
function isMoved({ state, asset }: StocktakeItem): boolean {
  return state === 'unexpected' && asset?.whereabouts === 'here';
}

function assetIds(items: readonly StocktakeItem[]): string[] {
  return items.flatMap(({ asset }) => asset?.id ?? []);
}

/** What a thing's history says of this stocktake; nothing where it was missing and stays as it is. */
function sentence(
  item: StocktakeItem,
  place: string,
  { lost, moved }: { readonly lost: readonly StocktakeItem[]; readonly moved: readonly StocktakeItem[] },
): Omit<HistoryRecord, 'id' | 'at' | 'by'>[] {
  const { asset, state } = item;
  if (!asset) return [];
  const assetId = asset.id;
  if (lost.includes(item)) {
    const facts = { from: asset.condition, to: 'lost' };
    const de = `Bei der Inventur „${place}“ nicht gefunden: gilt als verloren`;
    return [
      {
        kind: 'asset.lost',
        assetId,
        de,
        en: `Not found at the stocktake of “${place}”: counts as lost`,
        facts,
      },
    ];
  }
  if (moved.includes(item)) {
    const facts = { from: asset.place, to: place };
    const de = `Bei der Inventur in „${place}“ gefunden: hat dort jetzt seinen Ort`;
    return [
      {
        kind: 'asset.moved',
        assetId,
        de,
        en: `Found at the stocktake of “${place}”: its place is there now`,
        facts,
      },
    ];
  }
  if (state === 'missing') {
    const de = `Bei der Inventur „${place}“ nicht gefunden`;
    return [{ kind: 'stocktake.missing', assetId, de, en: `Not found at the stocktake of “${place}”` }];
  }
  return [
    {
      kind: 'stocktake.found',
      assetId,
      de: `Bei der Inventur „${place}“ gesehen`,
      en: `Seen at the stocktake of “${place}”`,
    },
  ];
}

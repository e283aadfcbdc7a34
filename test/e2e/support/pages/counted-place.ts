import type { Stage } from './stage.ts';

/** A place with a thing that a stocktake waits for. */
export async function countedPlace({ world }: Stage): Promise<{ stocktakeId: string; code: string }> {
  const { staff } = world.room;
  const { stocktakes } = await staff.call('stocktakes', {}, {});
  if (stocktakes.length === 0) {
    await staff.call('addAssets', {}, { kind: 'box', name: 'Kiste', copies: 2, place: 'Keller' });
    await staff.call('startStocktake', {}, { place: 'Keller' });
  }
  const id = (await staff.call('stocktakes', {}, {})).stocktakes[0]!.id;
  const { items } = await staff.call('stocktake', { stocktakeId: id }, {});
  return { stocktakeId: id, code: items[0]!.code };
}

import type { AssetLine } from '../../server/api/contract/lending/assets.ts';
import type { ThingAction } from '../../server/api/contract/lending/labels.ts';
import { call } from '../client/api.ts';

/** A step that was taken; `undo` takes it back where that is possible. */
export interface TakenStep {
  readonly undo: (() => Promise<void>) | null;
}

/** Those of a thing's actions that happen with one tap. */
export type TapAction = Extract<ThingAction, { action: 'pack' | 'return' | 'tick' | 'identify' | 'test' }>;

/**
 * Takes a step with a thing.
 *
 * @throws ProblemError what the server says against it.
 */
export function takeStep(action: TapAction, asset: AssetLine): Promise<TakenStep> {
  switch (action.action) {
    case 'pack':
      return pack(action.loanId, asset.code);
    case 'return':
      return giveBack(action.loanId, asset.id);
    case 'tick':
      return tick(action.stocktakeId, asset.code);
    case 'identify':
      return call('identifyDevice', { deviceId: action.deviceId }, {}).then(() => ({ undo: null }));
    case 'test':
      return test(asset);
  }
}

async function pack(loanId: string, code: string): Promise<TakenStep> {
  await call('packItem', { loanId }, { code, packed: true });
  return {
    undo: async () => {
      await call('packItem', { loanId }, { code, packed: false });
    },
  };
}

async function giveBack(loanId: string, assetId: string): Promise<TakenStep> {
  const loan = await call('loan', { loanId }, {});
  const item = loan.itemList.find((one) => one.asset.id === assetId && one.state === 'out');
  // Somebody was quicker: it is back.
  if (!item) return { undo: null };
  const back = { itemId: item.id, state: 'back' as const, remark: '', photoIds: [] };
  await call('returnItems', { loanId }, { requestId: freshId(), items: [back], parts: [] });
  return {
    undo: async () => {
      await call('undoReturn', { loanId }, { itemId: item.id, state: 'out' });
    },
  };
}

async function tick(stocktakeId: string, code: string): Promise<TakenStep> {
  await call('scanStocktake', { stocktakeId }, { scans: [{ id: freshId(), code, at: Date.now() }] });
  return { undo: null };
}

async function test(asset: AssetLine): Promise<TakenStep> {
  if (asset.loanId) await call('testReturn', { loanId: asset.loanId }, { assetIds: [asset.id] });
  return { undo: null };
}

/** Plain HTTP by address has no `crypto.randomUUID`. */
function freshId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

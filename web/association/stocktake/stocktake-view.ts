import type {
  Stocktake,
  StocktakeItem,
  StocktakeScan,
} from '../../../server/api/contract/lending/stocktake.ts';

/** One thing in the list; `waiting`: scanned here, and the server does not know yet. */
export type ShownItem = StocktakeItem & { readonly waiting?: true };

/** What a stocktake's page shows: what is missing, what is here and should not be, what was found last on top. */
export interface StocktakeView {
  readonly expected: number;
  readonly found: number;
  readonly missing: readonly ShownItem[];
  readonly unexpected: readonly ShownItem[];
  readonly foundItems: readonly ShownItem[];
}

/** `K2` before `K12`; made once, because hundreds of codes are sorted at each scan. */
const codes = new Intl.Collator('de', { numeric: true });

/** What others have scanned meanwhile, put into what this page knows. */
export function withScanned(stocktake: Stocktake, scanned: readonly StocktakeItem[]): Stocktake {
  const items = new Map(stocktake.items.map((item) => [keyOf(item), item]));
  for (const item of scanned) items.set(keyOf(item), item);
  return { ...stocktake, items: [...items.values()] };
}

/** What this phone has scanned counts at once, before the server has heard of it. */
export function viewOf(stocktake: Stocktake, waiting: readonly StocktakeScan[]): StocktakeView {
  const byCode = new Map<string, ShownItem>(stocktake.items.map((item) => [item.code, item]));
  for (const { code, at } of waiting) {
    const known = byCode.get(code);
    // A label that is not of this place: the server knows what it is.
    if (!known) byCode.set(code, { asset: null, code, state: 'unexpected', at, by: null, waiting: true });
    else if (known.state === 'missing') byCode.set(code, { ...known, state: 'found', at, waiting: true });
  }
  const items = [...byCode.values()];
  const newestFirst = (one: ShownItem, other: ShownItem) => (other.at ?? 0) - (one.at ?? 0);
  const byCodeOrder = (one: ShownItem, other: ShownItem) => codes.compare(one.code, other.code);
  const missing = items.filter(({ state }) => state === 'missing').sort(byCodeOrder);
  const foundItems = items.filter(({ state }) => state === 'found').sort(newestFirst);
  return {
    expected: missing.length + foundItems.length,
    found: foundItems.length,
    missing,
    unexpected: items.filter(({ state }) => state === 'unexpected' || state === 'foreign').sort(newestFirst),
    foundItems,
  };
}

function keyOf({ asset, code }: StocktakeItem): string {
  return asset?.id ?? code;
}

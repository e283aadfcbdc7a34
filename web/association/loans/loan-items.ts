import { parseAssetCode } from '../../../server/api/contract/lending/assets.ts';
import type { Loan, LoanItem, LoanPart } from '../../../server/api/contract/lending/loans.ts';

/** A thing that is lent by itself, with all that is in it, and the counted parts of them all. */
export interface ItemGroup {
  readonly head: LoanItem;
  /** In the order of their codes, however deep they lie. */
  readonly inside: readonly LoanItem[];
  readonly parts: readonly LoanPart[];
}

/** What the loan still has to do with: what was exchanged or let go is history. */
export function presentItems(loan: Pick<Loan, 'itemList'>): readonly LoanItem[] {
  return loan.itemList.filter(({ state }) => state !== 'released');
}

/** The things of a loan by what is lent by itself; a thing whose box is not in the loan stands for itself. */
export function groupItems(loan: Pick<Loan, 'itemList' | 'parts'>): readonly ItemGroup[] {
  const items = presentItems(loan);
  const byAsset = new Map(items.map((item) => [item.asset.id, item]));
  const headOf = (item: LoanItem): LoanItem => {
    let at = item;
    // Things can't lie in each other, yet a page must not hang on bad data.
    for (let depth = 0; depth < 10; depth += 1) {
      const outer = holderOf(at, byAsset);
      if (!outer) return at;
      at = outer;
    }
    return at;
  };
  const groups = new Map<LoanItem, LoanItem[]>();
  for (const item of items) {
    const head = headOf(item);
    const group = groups.get(head) ?? [];
    if (item !== head) group.push(item);
    groups.set(head, group);
  }
  return [...groups]
    .toSorted(([a], [b]) => byCode(a, b))
    .map(([head, inside]) => {
      const ids = new Set([head, ...inside].map(({ asset }) => asset.id));
      return {
        head,
        inside: inside.toSorted(byCode),
        parts: loan.parts.filter(({ assetId }) => ids.has(standIn(loan, byAsset, assetId))),
      };
    });
}

/** Parts of a thing that was exchanged are counted with the one that took its place. */
function standIn(
  { itemList }: Pick<Loan, 'itemList'>,
  present: ReadonlyMap<string, LoanItem>,
  assetId: string,
): string {
  let id = assetId;
  for (let depth = 0; depth < itemList.length && !present.has(id); depth += 1) {
    id = itemList.findLast(({ asset, exchangedFor }) => asset.id === id && exchangedFor)?.exchangedFor ?? id;
  }
  return id;
}

/** Groups with something left to do stand first, and what is in hand (`now`, its head's id): at the end of an evening the list is short. */
export function leftFirst(
  groups: readonly ItemGroup[],
  isDone: (group: ItemGroup) => boolean,
  now: string,
): readonly ItemGroup[] {
  const first = (group: ItemGroup) => group.head.id === now || !isDone(group);
  return [...groups.filter(first), ...groups.filter((group) => !first(group))];
}

/** The group that a thing is in. */
export function groupOf(groups: readonly ItemGroup[], itemId: string): ItemGroup | undefined {
  return groups.find(({ head, inside }) => [head, ...inside].some(({ id }) => id === itemId));
}

/** `insideOf` names the thing that holds it: by its asset, or by its place in the loan. */
function holderOf(item: LoanItem, byAsset: ReadonlyMap<string, LoanItem>): LoanItem | undefined {
  if (!item.insideOf) return undefined;
  const holder = byAsset.get(item.insideOf) ?? [...byAsset.values()].find(({ id }) => id === item.insideOf);
  return holder === item ? undefined : holder;
}

/** K2 stands before K10. */
export function byCode(a: LoanItem, b: LoanItem): number {
  return a.asset.code.localeCompare(b.asset.code, 'de', { numeric: true });
}

/** The thing of the loan that a scan means. A whole address is the label of somebody else: of ours, the scanner tells the code alone. */
export function itemByScan(loan: Pick<Loan, 'itemList'>, text: string): LoanItem | undefined {
  const label = parseAssetCode(text);
  if (!label || label.origin !== null) return undefined;
  return presentItems(loan).find(({ asset }) => asset.code === label.code);
}

/** How much of a list is done. */
export function progress(loan: Pick<Loan, 'itemList'>, done: (item: LoanItem) => boolean) {
  const items = presentItems(loan);
  return { done: items.filter(done).length, of: items.length };
}

/** Its fate is known. */
export function isBack(item: LoanItem): boolean {
  return item.state === 'back' || item.state === 'damaged' || item.state === 'missing';
}

/** Counted parts that did not come back whole, with how many it would take to fill them up. */
export function lackingParts(loan: Pick<Loan, 'parts'>): readonly { part: LoanPart; lacks: number }[] {
  return loan.parts
    .map((part) => ({ part, lacks: part.quantity - (part.back ?? part.quantity) + part.damaged }))
    .filter(({ lacks }) => lacks > 0);
}

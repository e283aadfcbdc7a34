import type { Consumable } from '../../../server/api/contract/lending/consumables.ts';
import type { LoanPart } from '../../../server/api/contract/lending/loans.ts';
import { lackingParts } from './loan-items.ts';

/** A counted part of one thing. */
export function refillKey(part: Pick<LoanPart, 'assetId' | 'consumableId'>): string {
  return `${part.assetId} ${part.consumableId}`;
}

/** Fills up kit after kit as long as the stock lasts. */
export function proposeRefill(
  parts: readonly LoanPart[],
  stock: readonly Pick<Consumable, 'id' | 'stock'>[],
): ReadonlyMap<string, number> {
  const left = new Map(stock.map(({ id, stock: count }) => [id, count]));
  return new Map(
    lackingParts({ parts: [...parts] }).map(({ part, lacks }) => {
      const there = left.get(part.consumableId) ?? 0;
      const taken = Math.min(lacks, there);
      left.set(part.consumableId, there - taken);
      return [refillKey(part), taken];
    }),
  );
}

/** What the stock still has of a part when all that is said so far is taken from it. */
export function stockLeft(
  consumableId: string,
  stock: readonly Pick<Consumable, 'id' | 'stock'>[],
  parts: readonly LoanPart[],
  refill: ReadonlyMap<string, number>,
): number {
  const there = stock.find(({ id }) => id === consumableId)?.stock ?? 0;
  const taken = parts
    .filter((part) => part.consumableId === consumableId)
    .reduce((sum, part) => sum + (refill.get(refillKey(part)) ?? 0), 0);
  return Math.max(0, there - taken);
}

/** Lists in pieces that a database takes in one statement, whatever their length. */
export function* inBatches<Item>(items: readonly Item[], size = 500): Generator<Item[]> {
  for (let first = 0; first < items.length; first += size) yield items.slice(first, first + size);
}

/** How many cards of the smallest height lie above each other on a page, and how many columns there are. */
export const cardRows = 4;
export const cardColumns = 2;

/** A page of cards: for each column the cards in it, by their place in the list. */
export type CardPage = readonly (readonly number[])[];

/**
 * Lays cards of one to four heights onto pages, each in the first column that has room for it.
 *
 * @param heights how many of the four rows each card takes, 1 to 4.
 */
export function packCards(heights: readonly number[]): CardPage[] {
  const columns: { room: number; cards: number[] }[] = [];
  heights.forEach((height, card) => {
    const needed = Math.min(cardRows, Math.max(1, height));
    let column = columns.find(({ room }) => room >= needed);
    if (!column) {
      column = { room: cardRows, cards: [] };
      columns.push(column);
    }
    column.cards.push(card);
    column.room -= needed;
  });
  const pages: number[][][] = [];
  columns.forEach(({ cards }, index) => {
    if (index % cardColumns === 0) pages.push([]);
    pages.at(-1)?.push(cards);
  });
  return pages;
}

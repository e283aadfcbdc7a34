/** Collects what arrives and hands it on together, once per drawn frame; in a hidden page four times a second. */
export class FrameQueue<Item> {
  readonly #take: (items: Item[]) => void;
  #items: Item[] = [];

  constructor(take: (items: Item[]) => void) {
    this.#take = take;
  }

  add(item: Item): void {
    this.#items.push(item);
    if (this.#items.length > 1) return;
    const hand = () => {
      const items = this.#items;
      this.#items = [];
      this.#take(items);
    };
    if (document.hidden) setTimeout(hand, 250);
    else requestAnimationFrame(hand);
  }
}

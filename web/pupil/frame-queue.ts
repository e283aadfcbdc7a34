/** Longest wait for a frame, ms: a hidden page draws none. */
const longestWait = 250;

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
    // Both, because the page may be hidden before the frame comes.
    const frame = requestAnimationFrame(() => hand());
    const timer = setTimeout(() => hand(), longestWait);
    const hand = () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      const items = this.#items;
      this.#items = [];
      this.#take(items);
    };
  }
}

/** So near to an edge, CSS pixels, a board scrolls by itself. */
const reach = 36;
/** Most that it scrolls in a frame, CSS pixels. */
const fastest = 12;

/** Scrolls what is dragged over while the pointer is at its edge. */
export class EdgeScroll {
  readonly #scrolled: () => void;
  #frame = 0;
  #board: HTMLElement | null = null;
  #at = { x: 0, y: 0 };

  /** `scrolled`: told after each step. */
  constructor(scrolled: () => void) {
    this.#scrolled = scrolled;
  }

  /** The pointer is there now. */
  near(board: HTMLElement, at: { readonly x: number; readonly y: number }): void {
    this.#board = board;
    this.#at = { ...at };
    if (this.#frame === 0) this.#frame = requestAnimationFrame(this.#step);
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  readonly #step = () => {
    this.#frame = 0;
    const board = this.#board;
    if (!board) return;
    const edge = board.getBoundingClientRect();
    // Names stand at the left, days at the top: the edge is where they end.
    const names = board.querySelector<HTMLElement>('.head-row .name');
    const left = edge.left + (names?.offsetWidth ?? 0);
    const top = edge.top + (names?.offsetHeight ?? 0);
    const x = pull(this.#at.x, left, edge.right);
    const y = pull(this.#at.y, top, edge.bottom);
    if (x === 0 && y === 0) return;
    const before = [board.scrollLeft, board.scrollTop];
    board.scrollBy({ left: x, top: y, behavior: 'instant' });
    if (before[0] === board.scrollLeft && before[1] === board.scrollTop) return;
    this.#scrolled();
    this.#frame = requestAnimationFrame(this.#step);
  };
}

/** CSS pixels of a frame, towards the edge that the pointer is at. */
function pull(at: number, from: number, to: number): number {
  if (at < from + reach) return -fastest * Math.min(1, (from + reach - at) / reach);
  if (at > to - reach) return fastest * Math.min(1, (at - to + reach) / reach);
  return 0;
}

import type { Wiring } from '../../../device/contract/wiring.ts';
import { blockTypesIn } from '../../../lessons/blocks/block-types-in.ts';

/** A drawn stack, at 0, 0. */
export interface DrawnStack {
  /** To be cloned. */
  readonly drawing: SVGElement;
  /** What it says, to be read aloud. */
  readonly words: string;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** What draws; see `StackDrawer`. */
export interface StackPainter {
  /** Before blocks of these types are drawn. @throws Error when they could not be loaded. */
  learn(types: Iterable<string>): Promise<void>;
  /** At once, without waiting. @throws Error when Blockly does not know the blocks. */
  draw(json: string, wiring: Wiring): DrawnStack;
}

/** Pictures that are kept: a class's starters and what was changed last. */
const mostPictures = 400;

/**
 * Pictures of stacks, each drawn once however many cards show it, and one in a turn of its own: forty cards that change
 * at once take many short tasks and no long one.
 */
export class PictureStore {
  readonly #painter: () => Promise<StackPainter>;
  readonly #pause: () => Promise<void>;
  readonly #known = new Map<string, Promise<DrawnStack | null>>();
  #line: Promise<unknown> = Promise.resolve();

  /**
   * @param painter loads what draws, at the first picture.
   * @param pause lets the page do other things before the next picture.
   */
  constructor(painter: () => Promise<StackPainter>, pause: () => Promise<void>) {
    this.#painter = painter;
    this.#pause = pause;
  }

  /**
   * The picture of a stack; null when it can't be drawn.
   *
   * @param json as `Stack.json`.
   * @param key what else it depends on: the language, the wiring.
   * @throws Error when what draws it could not be loaded; then it may be asked for again.
   */
  picture(json: string, wiring: Wiring, key: string): Promise<DrawnStack | null> {
    const name = `${key} ${json}`;
    const known = this.#known.get(name);
    if (known) {
      // The oldest goes first, and this is now the newest.
      this.#known.delete(name);
      this.#known.set(name, known);
      return known;
    }
    const drawn = this.#line.then(() => this.#draw(json, wiring));
    this.#line = drawn.then(this.#pause, this.#pause);
    this.#known.set(name, drawn);
    drawn.catch(() => this.#known.delete(name));
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= mostPictures) break;
      this.#known.delete(oldest);
    }
    return drawn;
  }

  async #draw(json: string, wiring: Wiring): Promise<DrawnStack | null> {
    const painter = await this.#painter();
    await painter.learn(blockTypesIn(JSON.parse(json)));
    try {
      return painter.draw(json, wiring);
    } catch {
      // Blocks of another version of the language, or broken by hand.
      return null;
    }
  }
}

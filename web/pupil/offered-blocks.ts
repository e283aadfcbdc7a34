import type { Wiring } from '../../device/contract/wiring.ts';
import type { typesOffered } from '../../lessons/blocks/types-offered.ts';

/** What the toolbox offers: the blocks of the lesson's step, or, where the class may have them, all. */
export class OfferedBlocks {
  readonly #changed: () => void;
  readonly #failed: (thrown: unknown) => void;
  #offer: typeof typesOffered | null = null;
  #last: { lesson: readonly string[]; wiring: Wiring; types: readonly string[] } | undefined;

  constructor(changed: () => void, failed: (thrown: unknown) => void) {
    this.#changed = changed;
    this.#failed = failed;
  }

  /** Whether all are offered. */
  get all(): boolean {
    return this.#offer !== null;
  }

  /** Offers all blocks, or those of the step again. */
  async toggle(): Promise<void> {
    try {
      this.#offer = this.all ? null : (await import('../../lessons/blocks/types-offered.ts')).typesOffered;
    } catch (thrown) {
      this.#failed(thrown);
    }
    this.#last = undefined;
    this.#changed();
  }

  /** The same list as before as long as nothing has changed, because a new one makes the toolbox anew. */
  types(lesson: readonly string[], wiring: Wiring): readonly string[] {
    if (!this.#offer) return lesson;
    if (this.#last?.lesson !== lesson || this.#last.wiring !== wiring) {
      this.#last = { lesson, wiring, types: this.#offer(lesson, true, wiring) };
    }
    return this.#last.types;
  }
}

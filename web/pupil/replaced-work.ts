import type { Blocks } from '../../server/live/contract/live.ts';

/** What took the place of the pupil's blocks. */
export type Replacement = 'restart' | 'version' | 'file';

/** What replacing the work needs of the desk. */
export interface ReplacedWorkOptions {
  /** The work as it stands; `undefined` while there is no editor. */
  work(): Blocks | undefined;
  /** Shows other work, as if a hand had made it: it is saved. */
  put(blocks: Blocks): void;
  changed(): void;
}

/** Other work in the place of the pupil's, and theirs again as long as they have not gone on. */
export class ReplacedWork {
  readonly #options: ReplacedWorkOptions;
  #former: { readonly blocks: Blocks; readonly by: Replacement } | null = null;

  constructor(options: ReplacedWorkOptions) {
    this.#options = options;
  }

  /** What can be undone; `null`: nothing. */
  get by(): Replacement | null {
    return this.#former?.by ?? null;
  }

  replace(blocks: Blocks, by: Replacement): void {
    const former = this.#options.work();
    this.#options.put(blocks);
    this.#former = former ? { blocks: former, by } : null;
    this.#options.changed();
  }

  undo(): void {
    if (this.#former) this.#options.put(this.#former.blocks);
    this.forget();
  }

  /** The pupil went on with what is there. */
  forget(): void {
    if (!this.#former) return;
    this.#former = null;
    this.#options.changed();
  }
}

import type { Blocks } from '../../server/live/contract/live.ts';

/** What took the place of the pupil's blocks. */
export type Replacement = 'restart' | 'version' | 'file' | Sent;

/** What a teacher sends. */
export type Sent = 'lesson' | 'starter' | 'step';

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
  #former: { readonly blocks: Blocks | null; readonly by: Replacement } | null = null;

  constructor(options: ReplacedWorkOptions) {
    this.#options = options;
  }

  /** The pupil can have their blocks again. */
  get mayUndo(): boolean {
    return Boolean(this.#former?.blocks);
  }

  /** What has just come; `null`: nothing. */
  get by(): Replacement | null {
    return this.#former?.by ?? null;
  }

  replace(blocks: Blocks, by: Replacement): void {
    const former = this.#options.work();
    this.#options.put(blocks);
    this.#former = former ? { blocks: former, by } : null;
    this.#options.changed();
  }

  /** The teacher has sent something. @param former what the pupil had before; `null`: nothing that could come back. */
  sent(by: Sent, former: Blocks | null): void {
    this.#former = { blocks: former, by };
    this.#options.changed();
  }

  undo(): void {
    if (this.#former?.blocks) this.#options.put(this.#former.blocks);
    this.forget();
  }

  /** The pupil went on with what is there. */
  forget(): void {
    if (!this.#former) return;
    this.#former = null;
    this.#options.changed();
  }
}

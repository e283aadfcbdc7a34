import type { LessonProgress } from '../../../server/live/contract/live.ts';
import { mergeProgress, sameProgress } from '../../../server/live/contract/merge-progress.ts';
import type { SaveClock } from '../autosave-runner.ts';
import { pageClock } from './page-clock.ts';

/** Quiet time before progress is told, and after telling has failed, ms. */
export const progressPause = { quiet: 500, failed: 5000 } as const;

/** What the meeting of the page's progress with the server's needs. */
export interface ProgressSyncParts {
  /** The page's progress. */
  readonly own: () => LessonProgress;
  /** The page has reached this from now on; not to be celebrated, because it was already. */
  readonly took: (progress: LessonProgress) => void;
  /** @throws when it did not arrive. */
  readonly send: (progress: LessonProgress) => Promise<unknown>;
  readonly clock: SaveClock;
}

/** Keeps a page in step, by the browser's clock. */
export function startSync(parts: Omit<ProgressSyncParts, 'clock'>): ProgressSync {
  return new ProgressSync({ ...parts, clock: pageClock });
}

/** Keeps what a page has reached in step with the server: each takes over what the other has more. */
export class ProgressSync {
  readonly #parts: ProgressSyncParts;
  /** What the server is known to have. */
  #there: LessonProgress | null = null;
  #cancel: (() => void) | undefined;
  #closed = false;

  constructor(parts: ProgressSyncParts) {
    this.#parts = parts;
  }

  /**
   * The server has told.
   *
   * @param fresh this page has not been used yet: it opens the step that was open elsewhere
   */
  hear(told: LessonProgress | null, fresh: boolean): void {
    const own = this.#parts.own();
    this.#there = told;
    if (told && told.lessonId === own.lessonId) {
      const both = fresh ? mergeProgress(own, told) : mergeProgress(told, own);
      if (!sameProgress(both, own)) this.#parts.took(both);
    }
    this.changed();
  }

  /** The page has got on. */
  changed(pause: number = progressPause.quiet): void {
    this.#cancel?.();
    this.#cancel = undefined;
    if (this.#closed || sameProgress(this.#there, this.#parts.own())) return;
    this.#cancel = this.#parts.clock.after(pause, () => void this.#send());
  }

  close(): void {
    this.#closed = true;
    this.#cancel?.();
  }

  async #send(): Promise<void> {
    const told = this.#parts.own();
    try {
      await this.#parts.send(told);
      this.#there = told;
      this.changed();
    } catch {
      this.changed(progressPause.failed);
    }
  }
}

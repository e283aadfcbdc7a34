import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Problem } from '../../device/contract/problem.ts';
import { problemOf } from './problem-text.ts';

/** One request of an element at a time: whether it is on its way, and why the last one was refused. */
export class Sending implements ReactiveController {
  busy = false;
  problem: Problem | null = null;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  /**
   * Does the work unless other work is on its way.
   *
   * @returns whether it was done; if not, `problem` says why, or other work is on its way still.
   */
  async do(work: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.problem = null;
    this.#host.requestUpdate();
    try {
      await work();
      return true;
    } catch (error) {
      this.problem = problemOf(error);
      return false;
    } finally {
      this.busy = false;
      this.#host.requestUpdate();
    }
  }

  /** The refusal is of no interest any more, as where a dialog opens anew. */
  forget(): void {
    if (this.problem === null) return;
    this.problem = null;
    this.#host.requestUpdate();
  }
}

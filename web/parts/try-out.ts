import type { PartInput } from '../../device/contract/command.ts';
import type { Problem } from '../../device/contract/problem.ts';
import type { Wiring } from '../../device/contract/wiring.ts';
import { afterEvents } from '../board/board-state.ts';
import { FrameQueue } from '../pupil/frame-queue.ts';
import { emptyRunView, type RunView, takeBatch } from '../pupil/run-view.ts';
import { openVirtualRunner, type VirtualRunner } from '../pupil/virtual-runner.ts';
import { problemOf } from '../ui/problem-text.ts';

/** One part's example on a virtual Pi in this page. */
export class TryOut {
  readonly #changed: () => void;
  readonly #queue: FrameQueue<{ runId: string; events: Parameters<typeof takeBatch>[1]['events'] }>;
  readonly #wiring: Wiring;
  #runner: Promise<VirtualRunner> | undefined;
  #sequence = 0;
  view: RunView = emptyRunView;
  problem: Problem | null = null;

  constructor(wiring: Wiring, changed: () => void) {
    this.#changed = changed;
    this.#queue = new FrameQueue((items) => {
      for (const { runId, events } of items) {
        this.view = takeBatch(this.view, { runId, sequence: this.#sequence++, events });
      }
      changed();
    });
    this.#wiring = wiring;
    this.#open().catch((error) => this.#fail(error));
  }

  /** Runs a program; why there was none or it could not begin is in `problem`. */
  async run(program: () => Promise<string>): Promise<void> {
    await this.#tried(async () => {
      const source = await program();
      await (await this.#open()).run(source);
    });
  }

  async stop(): Promise<void> {
    await this.#tried(async () => (await this.#runner)?.stop());
  }

  /** A hand on a part. */
  async input(input: PartInput): Promise<void> {
    await this.#tried(async () => (await this.#open()).input(input));
  }

  async close(): Promise<void> {
    await this.#runner?.then(
      (runner) => runner.close(),
      () => undefined,
    );
  }

  /** The virtual Pi; one that could not be opened is opened anew. */
  #open(): Promise<VirtualRunner> {
    if (this.#runner) return this.#runner;
    const opening = openVirtualRunner(this.#wiring, {
      onTrace: (runId, events) => this.#queue.add({ runId, events: [...events] }),
      onBoard: (event) => {
        // While a program runs its trace tells the same.
        if (this.view.running) return;
        this.view = { ...this.view, board: afterEvents(this.view.board, [event]) };
        this.#changed();
      },
    });
    this.#runner = opening;
    opening.catch(() => {
      if (this.#runner === opening) this.#runner = undefined;
    });
    return opening;
  }

  async #tried(act: () => Promise<void>): Promise<void> {
    this.problem = null;
    try {
      await act();
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.problem = problemOf(error);
    this.#changed();
  }
}

import type { TraceBatch } from '../../../device/contract/trace.ts';
import type { RunTarget } from '../runs.ts';
import { RunRecord } from './run-record.ts';

/**
 * Records what programs do, pin by pin, from the trace: of each target the newest run. It costs little, so it may listen
 * all the time.
 */
export class Recording {
  readonly #clock: () => number;
  readonly #runs = new Map<RunTarget, RunRecord>();
  readonly #listeners = new Set<() => void>();
  #newest: RunTarget | undefined;

  /** @param clock ms, steadily growing. */
  constructor(clock: () => number = () => performance.now()) {
    this.#clock = clock;
  }

  /** A batch of a program's trace came, as `Runs.onTrace` tells it. A batch of another run begins that run. */
  hear(target: RunTarget, batch: TraceBatch): void {
    let run = this.#runs.get(target);
    if (run?.runId !== batch.runId) {
      run = new RunRecord(batch.runId);
      this.#runs.set(target, run);
      this.#newest = target;
    }
    run.take(batch, this.#clock());
    for (const listener of this.#listeners) listener();
  }

  /** The newest run of a target; without one, of the target where a run began last. */
  run(target: RunTarget | undefined = this.#newest): RunRecord | undefined {
    return target && this.#runs.get(target);
  }

  /** The present moment of a run, µs since its start. */
  now(run: RunRecord): number {
    return run.now(this.#clock());
  }

  /** Calls back after each batch. @returns what ends it. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

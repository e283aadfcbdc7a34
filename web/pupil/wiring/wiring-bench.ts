import type { TraceEvent } from '../../../device/contract/trace.ts';
import type { RunView } from '../run-view.ts';

/** The board on which the wiring is tested, as the wiring view uses it. */
export interface WiringBench {
  /**
   * Runs a test's program; resolved when it has begun.
   *
   * @throws ProblemError when it cannot begin.
   */
  run(source: string): Promise<void>;
  /** Ends whatever program runs there. Does not throw. */
  stop(): Promise<void>;
  /** What is known of the board now; `running` also when the program is the pupil's. */
  readonly view: RunView;
  readonly target: 'pi' | 'virtual';
  /** Whether the board is there. */
  readonly online: boolean;
  /** Hears the trace of what runs on this board, and on no other, as it comes; returns how to stop hearing. */
  onTrace(listener: (events: readonly TraceEvent[], runId: string) => void): () => void;
}

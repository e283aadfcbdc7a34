import type { TraceBatch } from '../../device/contract/trace.ts';
import type { RunView } from './run-view.ts';
import type { RunTarget } from './runs.ts';
import type { WiringBench } from './wiring/wiring-bench.ts';

/** What the wiring's tests need of the desk's programs. */
interface TestedPrograms {
  readonly view: RunView;
  readonly target: RunTarget;
  readonly online: boolean;
  runOther(source: string): Promise<void>;
  stop(): Promise<void>;
  onTrace(listener: (target: RunTarget, batch: TraceBatch) => void): () => void;
}

/** The desk's board, as the wiring's tests use it. */
export function wiringBenchOf(programs: TestedPrograms): WiringBench {
  return {
    run: (source) => programs.runOther(source),
    stop: () => programs.stop(),
    onTrace: (listener) =>
      programs.onTrace((target, { events, runId }) => {
        if (target === programs.target) listener(events, runId);
      }),
    get view() {
      return programs.view;
    },
    get target() {
      return programs.target;
    },
    get online() {
      return programs.online;
    },
  };
}

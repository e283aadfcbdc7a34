import type { WiringBench } from './wiring/wiring-bench.ts';
import type { WorkPrograms } from './work-programs.ts';

/** The desk's board, as the wiring's tests use it. */
export function wiringBenchOf(programs: WorkPrograms): WiringBench {
  return {
    run: (source) => programs.runOther(source),
    stop: () => programs.stop(),
    onTrace: (listener) => programs.onTrace((_target, { events }) => listener(events)),
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

import { encode } from '../contract/codec.ts';
import { type ProgramState, type Reported, reportedSchema } from '../contract/reported.ts';
import type { TraceEvent } from '../contract/trace.ts';

export interface Reporter {
  /** Follows the program's state by its trace; says it when it changed. */
  follow(runId: string, events: readonly TraceEvent[]): void;
  /** Says the state now. */
  report(): void;
}

/**
 * Publishes `reported`, each time with a greater version.
 *
 * @param facts what else there is to report
 */
export function createReporter(
  facts: () => Omit<Reported, 'version' | 'program'>,
  publish: (payload: string) => void,
): Reporter {
  let version = 0;
  let program: ProgramState = { state: 'idle' };
  const report = () => {
    version += 1;
    publish(encode(reportedSchema, { ...facts(), version, program }));
  };
  return {
    report,
    follow(runId, events) {
      const last = events.findLast(({ kind }) => kind in stateAfter);
      if (!last) return;
      program = stateAfter[last.kind]?.(runId) ?? program;
      report();
    },
  };
}

const running = (runId: string): ProgramState => ({ state: 'running', runId });

/** What the program's state is after an event of its trace. */
const stateAfter: Partial<Record<TraceEvent['kind'], (runId: string) => ProgramState>> = {
  start: running,
  paused: (runId) => ({ state: 'running', runId, paused: true }),
  resumed: running,
  end: () => ({ state: 'idle' }),
};

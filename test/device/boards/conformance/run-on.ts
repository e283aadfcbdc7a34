import { vi } from 'vitest';
import type { Board, SimulatedInputs } from '../../../../device/boards/board.ts';
import type { TraceEvent } from '../../../../device/contract/trace.ts';
import { systemClock } from '../../../../device/program/clock.ts';
import { createLocalIsolate } from '../../../../device/program/isolate/isolate-local.ts';
import { createProgramRunner } from '../../../../device/program/runner.ts';
import type { Engine } from '../../../../device/program/vm/engine.ts';
import { countedPace } from '../../../../device/program/vm/pace.ts';
import type { ConformanceProgram } from './program.ts';

/**
 * Runs a program on a board in the time of vitest's timers, which must be faked: the system clock and johnny-five's
 * own timers then stand still but for what this lets pass, so that a wait costs nothing and a run is the same each
 * time. Closes the board.
 */
export async function runInFakedTime(
  board: Board & SimulatedInputs,
  engine: Engine,
  { wiring, source, inputs = [], duration }: ConformanceProgram,
): Promise<TraceEvent[]> {
  await board.setUp(wiring);
  // Contacts have settled, sensors have measured.
  await vi.advanceTimersByTimeAsync(2500);
  const trace: TraceEvent[] = [];
  const runner = createProgramRunner({
    board,
    clock: systemClock,
    createIsolate: () => createLocalIsolate(engine, systemClock, countedPace()),
    onTrace: (_runId, events) => trace.push(...events),
    seed: () => 1,
  });
  const begun = runner.run('run-00001', source);
  for (const { at, part, input, value } of inputs) {
    systemClock.after(at, () => board.input(part, input, value));
  }
  await vi.advanceTimersByTimeAsync(duration / 1000);
  await begun;
  await runner.stop();
  await runner.close();
  await board.close();
  return trace;
}

import type { Board, BoardEvent, SimulatedInputs } from '../boards/board.ts';
import { createSimulatedBoard } from '../boards/simulated/simulated-board.ts';
import type { Wiring } from '../contract/wiring.ts';
import { systemClock } from './clock.ts';
import { webIsolates } from './isolate-web.ts';
import { createProgramRunner } from './runner.ts';
import type { ProgramRunner, TraceListener } from './runner-contract.ts';

export interface VirtualPiOptions {
  readonly wiring: Wiring;
  readonly onTrace: TraceListener;
  /** Hears the board even while no program runs: a hand that presses a button. */
  readonly onBoard: (event: BoardEvent) => void;
}

export interface VirtualPi {
  readonly board: Board & SimulatedInputs;
  readonly runner: ProgramRunner;
}

/**
 * A whole Pi in the page: the board, and the runtime with its engine in a web worker. Import this file when
 * somebody opens the virtual Pi, not before: it brings the engine along.
 *
 * @throws ProblemError for a wiring that no board can set up.
 */
export async function createVirtualPi({ wiring, onTrace, onBoard }: VirtualPiOptions): Promise<VirtualPi> {
  const board = createSimulatedBoard({ clock: systemClock, model: 'Virtual Raspberry Pi' });
  await board.setUp(wiring);
  board.listen(onBoard);
  const runner = createProgramRunner({ board, clock: systemClock, createIsolate: webIsolates(), onTrace });
  return { board, runner };
}

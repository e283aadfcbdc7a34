import type { Board, SimulatedInputs } from '../boards/board.ts';
import type { Command } from '../contract/command.ts';
import { problem } from '../contract/problem.ts';
import type { ProgramRunner } from '../program/runner-contract.ts';
import type { Identify } from './identify.ts';
import type { Outcome } from './order-desk.ts';
import type { SelfTest } from './self-test/self-test.ts';

/** Whether software may work the board's inputs. */
export function hasSimulatedInputs(board: Board): board is Board & SimulatedInputs {
  return 'input' in board && typeof board.input === 'function';
}

/** Carries out one `command`. */
export async function handleCommand(
  { action }: Command,
  board: Board,
  runner: ProgramRunner,
  identify: Identify,
  selfTest: SelfTest,
): Promise<Outcome> {
  if (action.type === 'identify') return runner.state.state === 'running' ? programRuns : identify.begin();
  if (action.type === 'key') {
    runner.key(action.key);
    return undefined;
  }
  if (action.type === 'peer-message') {
    const { type: _, ...message } = action;
    runner.peerMessage(message);
    return undefined;
  }
  if (action.type === 'self-test') {
    if (runner.state.state === 'running') return testWaits;
    identify.cancel();
    return { result: await selfTest({ wipe: action.wipe }) };
  }
  if (!hasSimulatedInputs(board)) return realBoard;
  board.input(action.part, action.input, action.value);
  return undefined;
}

const programRuns = problem(
  'program-running',
  'Auf diesem Pi läuft gerade ein Programm. Stoppen Sie es, dann kann der Pi blinken.',
  'A program is running on this Pi. Stop it, then the Pi can blink.',
);

const testWaits = problem(
  'program-running',
  'Auf diesem Pi läuft gerade ein Programm. Stoppen Sie es, dann kann der Pi sich prüfen.',
  'A program is running on this Pi. Stop it, then the Pi can test itself.',
);

const realBoard = problem(
  'input-not-simulated',
  'Das ist ein echter Pi: Drücke den Knopf bitte mit der Hand.',
  'This is a real Pi: please press the button by hand.',
);

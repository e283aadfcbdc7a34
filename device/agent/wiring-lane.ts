import { isDeepStrictEqual } from 'node:util';
import type { Board } from '../boards/board.ts';
import type { Desired } from '../contract/desired.ts';
import { type Problem, ProblemError, problem } from '../contract/problem.ts';
import type { Log } from './log.ts';

export interface WiringLaneOptions {
  readonly board: Board;
  /** Ends what runs, because its pins are about to be released. */
  readonly stopProgram: () => Promise<void>;
  /** The applied version or the problem has changed, or pins were set up. */
  readonly onChange: () => void;
  readonly log: Log;
}

/** Applies desired states one after the other. */
export interface WiringLane {
  /** Version that is applied; 0 when none is. */
  readonly version: number;
  /** Why the newest desired state could not be applied. */
  readonly problem: Problem | null;
  /** Never rejects; problems are in `problem`. */
  apply(desired: Desired): Promise<void>;
  /** A desired state that is no such: noted, nothing else changes. */
  refuse(refused: Problem): void;
  /** Resolved when all that was asked so far is applied. */
  settled(): Promise<void>;
}

export function createWiringLane({ board, stopProgram, onChange, log }: WiringLaneOptions): WiringLane {
  let version = 0;
  let refusal: Problem | null = null;
  let tail: Promise<void> = Promise.resolve();

  const applyNow = async (desired: Desired) => {
    if (desired.version === version && refusal === null) return;
    try {
      // The same parts again need no new set-up, and the program may go on.
      if (refusal !== null || version === 0 || !isDeepStrictEqual(desired.wiring, board.wiring)) {
        await stopProgram();
        await board.setUp(desired.wiring);
      }
      version = desired.version;
      refusal = null;
    } catch (error) {
      refusal = asProblem(error);
      log.warn({ problem: refusal, version: desired.version }, 'the wiring could not be applied');
    }
    onChange();
  };

  return {
    get version() {
      return version;
    },
    get problem() {
      return refusal;
    },
    apply(desired) {
      tail = tail.then(() => applyNow(desired));
      return tail;
    },
    refuse(refused) {
      refusal = refused;
      log.warn({ problem: refused }, 'the desired state was not understood');
      onChange();
    },
    settled: () => tail,
  };
}

function asProblem(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  return problem(
    'wiring-failed',
    'Die Teile ließen sich nicht anschließen. Starten Sie den Pi neu; bleibt der Fehler, melden Sie ihn.',
    'The parts could not be set up. Restart the Pi; if the error stays, report it.',
    String(error),
  );
}

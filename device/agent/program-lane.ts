import type { ProgramMessage } from '../contract/command.ts';
import { problem } from '../contract/problem.ts';
import type { Begin } from '../contract/program-control.ts';
import type { Clock } from '../program/clock.ts';
import type { ProgramRunner } from '../program/runner-contract.ts';
import type { Outcome } from './order-desk.ts';

export interface ProgramLaneOptions {
  readonly runner: ProgramRunner;
  readonly clock: Clock;
  /** Resolved when the wiring that was asked for is applied. */
  readonly wiringSettled: () => Promise<void>;
  /** The parts are about to be the program's. */
  readonly onPrepare: () => void;
}

/**
 * How long a run may take to begin before it is answered all the same, in µs. A Pi that has just started makes its
 * first isolate, which takes a slow one longer than the people at the other end wait.
 */
const beginPatience = 3_000_000;

/**
 * Run, stop and control. A stop never waits for a run that is still being prepared: it overtakes it. A run has succeeded when
 * the program has begun, or is sure to: should that fail later, the trace says so.
 */
export interface ProgramLane {
  handle(message: ProgramMessage): Promise<Outcome>;
}

export function createProgramLane({
  runner,
  clock,
  wiringSettled,
  onPrepare,
}: ProgramLaneOptions): ProgramLane {
  /** The run that is being prepared; taken away by a stop or a newer run. */
  let preparing: { readonly runId: string } | undefined;

  const run = async (runId: string, source: string, begin: Begin | undefined): Promise<Outcome> => {
    const mine = { runId };
    preparing = mine;
    await wiringSettled();
    if (preparing !== mine) return overtaken;
    // Only now: while the wiring settled, the parts may have become busy again.
    onPrepare();
    const begun = runner.run(runId, source, begin).finally(() => {
      if (preparing === mine) preparing = undefined;
    });
    await firstOf(begun, clock, beginPatience);
    return undefined;
  };

  const stop = async (runId: string | undefined): Promise<Outcome> => {
    if (runId === undefined || preparing?.runId === runId) preparing = undefined;
    await runner.stop('stopped', runId);
    return undefined;
  };

  return {
    async handle({ action }) {
      if (action.type === 'run') return run(action.runId, action.source, action.begin);
      if (action.type === 'stop') return stop(action.runId);
      runner.control(action.control);
      return undefined;
    },
  };
}

/** Resolved when the promise is, or after a time; rejected when it is rejected before. */
function firstOf(promise: Promise<void>, clock: Clock, time: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(time, resolve);
    promise.then(resolve, reject).finally(cancel);
  });
}

const overtaken = problem(
  'run-overtaken',
  'Das Programm hat nicht begonnen, weil vorher Stopp oder ein neuer Start kam.',
  'The program did not start because Stop or a newer run came first.',
);

import type { IncomingMessage } from '../contract/peer-message.ts';
import type { Begin, ProgramControl } from '../contract/program-control.ts';
import type { ProgramState } from '../contract/reported.ts';
import type { TraceEvent } from '../contract/trace.ts';

/** Why a run ended from outside. */
export type StopReason = 'stopped' | 'replaced' | 'owner-lost' | 'agent-stopped';

/** Runs one program at a time on one board, in an isolate of its own; on the Pi and in the page alike. */
export interface ProgramRunner {
  readonly state: ProgramState;
  /**
   * Replaces what runs. Resolved when the program has begun.
   *
   * @param begin left out: at full speed, at once.
   * @throws ProblemError `program-too-large`; a source that does not parse begins, and ends in an `error` event.
   */
  run(runId: string, source: string, begin?: Begin): Promise<void>;
  /** Pauses, resumes, steps or slows what runs; does nothing when idle. A program that stays paused for 10 minutes is stopped. */
  control(control: ProgramControl): void;
  /** Resolved when the outputs are safe and the run's `end` event was traced. Does nothing when idle, or when `runId` is another run's. */
  stop(reason?: StopReason, runId?: string): Promise<void>;
  /** Gives a key, one of `device/contract/key.ts`, to the program that runs; does nothing when idle. */
  key(key: string): void;
  /**
   * Gives a message of another Pi to the program that runs; does nothing when idle. What a program sends itself is in
   * its trace, as `sent`, and carried on by who listens to that.
   */
  peerMessage(message: IncomingMessage): void;
  /** Stops and frees the isolates. */
  close(): Promise<void>;
}

/** How a runner tells what happens; `events` is never empty. */
export type TraceListener = (runId: string, events: TraceEvent[]) => void;

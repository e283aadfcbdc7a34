import type { Board } from '../boards/board.ts';
import { limits as contractLimits } from '../contract/limits.ts';
import type { IncomingMessage } from '../contract/peer-message.ts';
import { ProblemError, problem } from '../contract/problem.ts';
import type { Begin, ProgramControl } from '../contract/program-control.ts';
import type { ProgramState } from '../contract/reported.ts';
import type { Clock } from './clock.ts';
import type { CreateIsolate } from './isolate/isolate.ts';
import { type EndReason, ProgramRun } from './program-run.ts';
import type { ProgramRunner, StopReason, TraceListener } from './runner-contract.ts';
import { SpareIsolate } from './spare-isolate.ts';

export interface ProgramRunnerOptions {
  readonly board: Board;
  readonly clock: Clock;
  readonly createIsolate: CreateIsolate;
  readonly onTrace: TraceListener;
  readonly limits?: { readonly programSourceBytes: number };
  /** Of each run's random numbers; drawn at random unless given. */
  readonly seed?: () => number;
}

/** After a program has begun, this passes in µs before a spare takes processor time from it. */
const warmAfter = 250_000;

/** A runner whose first isolate gets warm at once. */
export function createProgramRunner(options: ProgramRunnerOptions): ProgramRunner {
  return new Runner(options);
}

class Runner implements ProgramRunner {
  readonly #options: ProgramRunnerOptions;
  readonly #spare: SpareIsolate;
  readonly #ending = new Set<Promise<void>>();
  #run: ProgramRun | undefined;
  #cancelWarm: (() => void) | undefined;
  #closed = false;

  constructor(options: ProgramRunnerOptions) {
    this.#options = options;
    this.#spare = new SpareIsolate(options.createIsolate);
    this.#spare.warm();
  }

  get state(): ProgramState {
    if (!this.#run) return { state: 'idle' };
    return { state: 'running', runId: this.#run.id, ...(this.#run.paused && { paused: true }) };
  }

  async run(runId: string, source: string, begin: Begin = {}): Promise<void> {
    this.#checkSize(source);
    if (this.#closed) throw new Error('this runner is closed');
    this.#end('replaced');
    const { board, clock, onTrace, seed = drawSeed } = this.#options;
    const run = new ProgramRun({
      runId,
      board,
      clock,
      onTrace,
      seed: seed(),
      onOver: (gone) => this.#over(gone),
    });
    this.#run = run;
    await run.begin(this.#spare.take(), source, begin);
    if (this.#run === run) this.#cancelWarm = clock.after(warmAfter, () => this.#spare.warm());
  }

  async stop(reason: StopReason = 'stopped', runId?: string): Promise<void> {
    if (runId === undefined || this.#run?.id === runId) this.#end(reason);
  }

  control(control: ProgramControl): void {
    this.#run?.control(control);
  }

  key(key: string): void {
    this.#run?.key(key);
  }

  peerMessage(message: IncomingMessage): void {
    this.#run?.peerMessage(message);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#end('agent-stopped');
    await Promise.all([this.#spare.close(), ...this.#ending]);
  }

  #end(reason: EndReason): void {
    void this.#run?.end(reason);
  }

  #over(gone: Promise<void>): void {
    this.#run = undefined;
    // Also a run that ends by itself leaves an isolate that is not gone yet.
    this.#ending.add(gone);
    void gone.finally(() => this.#ending.delete(gone));
    this.#cancelWarm?.();
    if (!this.#closed) this.#spare.warm();
  }

  #checkSize(source: string): void {
    const { programSourceBytes } = this.#options.limits ?? contractLimits;
    // UTF-8 has at least one byte for each unit of a string, so a far too long one need not be encoded.
    if (
      source.length <= programSourceBytes &&
      new TextEncoder().encode(source).length <= programSourceBytes
    ) {
      return;
    }
    const allowed = Math.floor(programSourceBytes / 1024);
    throw new ProblemError(
      problem(
        'program-too-large',
        `Dein Programm ist zu groß. Höchstens ${allowed} KiB passen; nimm ein paar Blöcke weg.`,
        `Your program is too large. At most ${allowed} KiB fit; take some blocks away.`,
      ),
    );
  }
}

function drawSeed(): number {
  return Math.floor(Math.random() * 2 ** 32);
}

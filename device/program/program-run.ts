import type { Board, BoardEvent } from '../boards/board.ts';
import type { IncomingMessage } from '../contract/peer-message.ts';
import { type Problem, ProblemError } from '../contract/problem.ts';
import type { Begin, ProgramControl } from '../contract/program-control.ts';
import type { TraceEvent } from '../contract/trace.ts';
import type { Clock } from './clock.ts';
import { CommandCredit } from './command-credit.ts';
import { CommandRepeats } from './command-repeats.ts';
import {
  boardProblem,
  failureProblem,
  isolateProblem,
  lostProblem,
  unresponsiveProblem,
} from './friendly-problem.ts';
import { type FromIsolate, fromIsolateSchema } from './isolate/from-isolate.ts';
import type { Isolate } from './isolate/isolate.ts';
import type { ToIsolate } from './isolate/to-isolate.ts';
import { ProgramTime } from './program-time.ts';
import { QuietParts } from './quiet-parts.ts';
import { RunTrace } from './run-trace.ts';
import type { TraceListener } from './runner-contract.ts';
import { ValueReports } from './value-reports.ts';
import { Watchdog } from './watchdog.ts';

export type EndReason = Extract<TraceEvent, { kind: 'end' }>['reason'];

export interface ProgramRunOptions {
  readonly runId: string;
  readonly board: Board;
  readonly clock: Clock;
  readonly onTrace: TraceListener;
  readonly seed: number;
  /** The run is over, its outputs are safe and its end was traced; `gone` is resolved when its isolate is, too. */
  readonly onOver: (gone: Promise<void>) => void;
}

/** How long an isolate may take to get warm, in µs: a Pi that just booted, with a cold disk and much else to do, needs many seconds. */
const patience = 60_000_000;
/** How long a program may stand still, in µs; then it ends. */
const longestPause = 600_000_000;

/** One run from its start to its end: between the board, the isolate and the trace. */
export class ProgramRun {
  readonly id: string;
  readonly #options: ProgramRunOptions;
  readonly #time: ProgramTime;
  readonly #trace: RunTrace;
  readonly #parts: QuietParts;
  readonly #repeats: CommandRepeats;
  readonly #values: ValueReports;
  readonly #credit: CommandCredit;
  readonly #watchdog: Watchdog;
  readonly #unlisten: () => void;
  /** The block of each stack that was traced last. */
  readonly #blocks = new Map<number, string | null>();
  readonly #whenBegun: Promise<void>;
  #begun: () => void = () => undefined;
  #isolate: Isolate | undefined;
  /** What happened on the board before there was an isolate to tell. */
  #early: ToIsolate[] = [];
  #over = false;
  #paused = false;
  #cancelPauseLimit: (() => void) | undefined;

  constructor(options: ProgramRunOptions) {
    const { runId, board, clock, onTrace } = options;
    this.id = runId;
    this.#options = options;
    this.#whenBegun = new Promise((resolve) => {
      this.#begun = resolve;
    });
    this.#time = new ProgramTime(clock);
    this.#trace = new RunTrace(runId, clock, this.#time, onTrace);
    this.#parts = new QuietParts(board);
    this.#repeats = new CommandRepeats(clock, board.wiring);
    this.#trace.insist({ kind: 'start' });
    this.#values = new ValueReports(board, (part, value, is) => {
      this.#post({ type: 'value', part, value, is });
    });
    // Only changes are told from here on, and a trace must do without what was told before.
    for (const measured of this.#values.measured) this.#trace.add({ kind: 'value', ...measured });
    this.#credit = new CommandCredit(clock, (commands) => this.#post({ type: 'credit', commands }));
    this.#watchdog = new Watchdog(
      clock,
      () => this.#post({ type: 'ping' }),
      () => this.#fail(unresponsiveProblem(), null),
    );
    this.#unlisten = board.listen((event) => this.#hearBoard(event));
  }

  /**
   * Hands the program to a warm isolate; resolved when it has begun, or is over, as it is when no isolate gets warm
   * in time.
   */
  async begin(taken: Promise<Isolate>, source: string, begin: Begin): Promise<void> {
    const inTime = this.#options.clock.after(patience, () => {
      this.#fail(isolateProblem(`no isolate was ready after ${patience / 1e6} s`), null);
    });
    void this.#hand(taken, source, begin).finally(inTime);
    await this.#whenBegun;
  }

  async #hand(taken: Promise<Isolate>, source: string, begin: Begin): Promise<void> {
    try {
      const isolate = await taken;
      if (this.#over) {
        await isolate.terminate();
        return;
      }
      this.#isolate = isolate;
      isolate.listen({
        message: (message) => this.#hearIsolate(message),
        lost: (detail) => this.#fail(lostProblem(detail), null),
      });
      isolate.post({ type: 'run', source, parts: this.#values.parts, seed: this.#options.seed, begin });
      for (const message of this.#early.splice(0)) isolate.post(message);
      this.#watchdog.start();
    } catch (error) {
      this.#fail(isolateProblem(String(error)), null);
    }
  }

  /** It stands still between two blocks. */
  get paused(): boolean {
    return this.#paused;
  }

  /** Pauses it, lets it go on, steps it, slows it down. */
  control(control: ProgramControl): void {
    if (this.#over) return;
    if (this.#paused) this.#limitPause();
    this.#post({ type: 'control', control });
  }

  /** Somebody pressed a key. */
  key(key: string): void {
    if (this.#over) return;
    this.#trace.add({ kind: 'key', key });
    this.#post({ type: 'key', key });
  }

  /** A message of another Pi came. */
  peerMessage(message: IncomingMessage): void {
    if (this.#over) return;
    this.#trace.add({ kind: 'received', ...message });
    this.#post({ type: 'peer', ...message });
  }

  /** Safe state first, then all the rest. Resolved when the isolate is gone, which may be a while later. */
  async end(reason: EndReason): Promise<void> {
    if (this.#over) return;
    this.#over = true;
    this.#options.board.makeSafe();
    this.#cancelPauseLimit?.();
    this.#unlisten();
    this.#credit.stop();
    this.#watchdog.stop();
    this.#trace.insist({ kind: 'end', reason });
    this.#begun();
    const gone = Promise.resolve(this.#isolate?.terminate());
    this.#options.onOver(gone);
    await gone;
  }

  #fail(what: Problem, block: string | null): void {
    if (this.#over) return;
    // Outputs do not wait for words.
    this.#options.board.makeSafe();
    this.#trace.insist({ kind: 'error', block, problem: what });
    void this.end('error');
  }

  #post(message: ToIsolate): void {
    if (this.#over) return;
    if (this.#isolate) this.#isolate.post(message);
    else this.#early.push(message);
  }

  #hearBoard(event: BoardEvent): void {
    this.#trace.add(event);
    this.#values.hear(event);
    if (event.kind === 'event') this.#post({ type: 'event', part: event.part, event: event.event });
  }

  #hearIsolate(message: unknown): void {
    if (this.#over) return;
    this.#watchdog.alive();
    const parsed = fromIsolateSchema.safeParse(message);
    if (parsed.success) this.#do(parsed.data);
    else this.#fail(lostProblem(`not of the protocol: ${parsed.error.message}`), null);
  }

  #do(message: FromIsolate): void {
    switch (message.type) {
      case 'begun':
        this.#begun();
        break;
      case 'command':
        this.#command(message);
        break;
      case 'block':
        this.#blocks.set(message.stack, message.block);
        this.#trace.add({ kind: 'block', stack: message.stack, block: message.block });
        break;
      case 'print':
        this.#trace.add({
          kind: 'print',
          text: message.text,
          ...(message.number ? { number: true as const } : {}),
        });
        break;
      case 'message':
        this.#trace.add({ kind: 'message', name: message.name });
        break;
      case 'tell':
        // Whoever carries messages on reads them here.
        this.#trace.addAlways({ kind: 'sent', ...message.message });
        break;
      case 'unsent':
        this.#trace.add({ kind: 'gap', dropped: message.messages, unsent: true });
        break;
      case 'gap':
        this.#trace.add({ kind: 'gap', dropped: message.dropped });
        break;
      case 'variable':
        this.#trace.add({ kind: 'variable', name: message.name, is: message.is });
        break;
      case 'paused':
        this.#pause();
        break;
      case 'resumed':
        this.#resume();
        break;
      case 'skipped':
        if (this.#paused) this.#time.skip(message.time);
        break;
      case 'finished':
        void this.end('finished');
        break;
      case 'failed':
        this.#fail(failureProblem(message.failure, this.#options.board.wiring), message.failure.block);
        break;
      case 'ready':
      case 'pong':
        break;
    }
  }

  #pause(): void {
    if (this.#paused) return;
    this.#paused = true;
    this.#time.freeze();
    this.#limitPause();
    this.#trace.insist({ kind: 'paused' });
    this.#onBoard(null, () => this.#parts.pause());
  }

  #resume(): void {
    if (!this.#paused) return;
    this.#paused = false;
    this.#cancelPauseLimit?.();
    this.#onBoard(null, () => this.#parts.resume());
    if (this.#over) return;
    this.#time.thaw();
    this.#trace.insist({ kind: 'resumed' });
  }

  /** Somebody may have gone away and left it. */
  #limitPause(): void {
    this.#cancelPauseLimit?.();
    this.#cancelPauseLimit = this.#options.clock.after(longestPause, () => void this.end('stopped'));
  }

  #command({ part, command, args, stack }: Extract<FromIsolate, { type: 'command' }>): void {
    if (!this.#repeats.isRepeat(part, command, args, stack)) {
      this.#trace.add({ kind: 'command', part, command, stack, ...tracedArgs(args) });
    }
    this.#onBoard(stack, () => this.#parts.command(part, command, args));
    this.#credit.spent();
  }

  /** Has the board do something; what it refuses ends the run. */
  #onBoard(stack: number | null, act: () => void): void {
    try {
      act();
    } catch (error) {
      const known = error instanceof ProblemError;
      const block = stack === null ? null : (this.#blocks.get(stack) ?? null);
      this.#fail(known ? error.problem : boardProblem(error), block);
    }
  }
}

/** The arguments of a command as a trace carries them; what is no plain value is shown as text. */
function tracedArgs(args: readonly unknown[]): { args?: (boolean | number | string)[] } {
  if (args.length === 0) return {};
  return {
    args: args.map((arg) => {
      if (typeof arg === 'boolean' || (typeof arg === 'number' && Number.isFinite(arg))) return arg;
      return String(arg).slice(0, 64);
    }),
  };
}

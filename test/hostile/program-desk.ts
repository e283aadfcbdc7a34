import { enableCompileCache } from 'node:module';
import { join, resolve } from 'node:path';
import { expect } from 'vitest';
import type { Board, SimulatedInputs } from '../../device/boards/board.ts';
import { createSimulatedBoard } from '../../device/boards/simulated/simulated-board.ts';
import { ProblemError } from '../../device/contract/problem.ts';
import { type TraceEvent, traceEventSchema } from '../../device/contract/trace.ts';
import { camJamEduKit } from '../../device/contract/wiring.ts';
import { systemClock } from '../../device/program/clock.ts';
import { nodeIsolates } from '../../device/program/isolate-node.ts';
import { createProgramRunner } from '../../device/program/runner.ts';
import type { ProgramRunner } from '../../device/program/runner-contract.ts';
import { blink, lampGpio } from './companions.ts';

export interface DeskOptions {
  /** After this long without a yield, in µs, a stack counts as hung. */
  readonly turnLimit: number;
  /** So many times its own patience has the watchdog, which ends what gives no sign of life for 8 s. */
  readonly watchdog: number;
}

/** A run, from its start on. */
export interface DeskRun {
  readonly events: readonly TraceEvent[];
  /** Resolved with all its events once its end was traced; with none when it was refused. */
  readonly over: Promise<readonly TraceEvent[]>;
  /** How it ended: the code of its problem, or the reason of its end. */
  outcome(): Promise<string>;
}

/** The real runner with real isolates on a simulated board, watched from all sides. */
export class ProgramDesk {
  readonly board: Board & SimulatedInputs = createSimulatedBoard({ clock: systemClock });
  readonly runner: ProgramRunner;
  readonly #isolates = new Set<object>();
  readonly #runs = new Map<string, { events: TraceEvent[]; over: (events: TraceEvent[]) => void }>();
  #count = 0;

  /** A desk whose isolates start from compiled files, as an agent's do. */
  static async open(options: DeskOptions): Promise<ProgramDesk> {
    enableCompileCache(join(resolve(import.meta.dirname, '../..'), 'node_modules/.cache/steckbrett-tests'));
    const desk = new ProgramDesk(options);
    await desk.board.setUp(camJamEduKit);
    return desk;
  }

  private constructor({ turnLimit, watchdog }: DeskOptions) {
    const createIsolate = nodeIsolates({ turnLimit });
    this.runner = createProgramRunner({
      board: this.board,
      clock: {
        now: () => systemClock.now(),
        // Nothing else of the runner takes a second or longer.
        after: (delay, callback) => systemClock.after(delay < 1_000_000 ? delay : delay * watchdog, callback),
      },
      createIsolate: () => {
        const isolate = createIsolate();
        this.#isolates.add(isolate);
        return {
          ...isolate,
          terminate: async () => {
            await isolate.terminate();
            this.#isolates.delete(isolate);
          },
        };
      },
      onTrace: (runId, events) => {
        const run = this.#runs.get(runId);
        run?.events.push(...events);
        if (run && events.some(({ kind }) => kind === 'end')) run.over(run.events);
      },
    });
  }

  /** Isolates that live: the running program's, and the spare one. */
  get isolates(): number {
    return this.#isolates.size;
  }

  start(source: string): DeskRun {
    const runId = `run-${this.#count++}`;
    const events: TraceEvent[] = [];
    let refusal: string | undefined;
    const over = new Promise<TraceEvent[]>((resolve, reject) => {
      this.#runs.set(runId, { events, over: resolve });
      this.runner.run(runId, source).catch((error: unknown) => {
        if (!(error instanceof ProblemError)) reject(error);
        else refusal = error.problem.code;
        resolve(events);
      });
    });
    const outcome = async () => {
      const all = await over;
      const error = all.find((event) => event.kind === 'error');
      const end = all.at(-1);
      return refusal ?? error?.problem.code ?? (end?.kind === 'end' ? end.reason : 'no end');
    };
    return { events, over, outcome };
  }

  /** Presses and releases the button so many times. */
  press(times = 0): void {
    for (let count = 0; count < times; count += 1) {
      this.board.input('button', 'press');
      this.board.input('button', 'release');
    }
  }

  /** Resolved when a pin has changed so many times. */
  changes(gpio: number, times: number): Promise<void> {
    return new Promise((resolve) => {
      let left = times;
      const unlisten = this.board.listen((event) => {
        if (event.kind !== 'pin' || event.gpio !== gpio) return;
        left -= 1;
        if (left > 0) return;
        unlisten();
        resolve();
      });
    });
  }

  /** Checks what must be so after every program, whatever it did: the trace is one, the board safe, all is free. */
  async expectUnharmed(events: readonly TraceEvent[]): Promise<void> {
    for (const event of events) expect(traceEventSchema.safeParse(event).error).toBeUndefined();
    expect(events.filter(({ kind }) => kind === 'end').length).toBe(events.length > 0 ? 1 : 0);
    expect(events.at(-1)?.kind ?? 'end').toBe('end');
    const times = events.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    for (const part of ['red', 'amber', 'green', 'buzzer']) expect(this.board.read(part, 'on')).toBe(false);
    expect(this.runner.state).toEqual({ state: 'idle' });
    await expect.poll(() => this.isolates, { interval: 5, timeout: 10_000 }).toBe(1);
  }

  /** Checks that a normal program runs normally. */
  async expectBlink(): Promise<void> {
    const events = await this.start(blink).over;
    expect(events.filter(({ kind }) => kind === 'pin')).toMatchObject([
      { gpio: lampGpio, level: 1 },
      { gpio: lampGpio, level: 0 },
    ]);
    expect(events.at(-1)).toMatchObject({ kind: 'end', reason: 'finished' });
  }

  /** Frees everything. */
  async close(): Promise<void> {
    await this.runner.close();
    expect(this.isolates).toBe(0);
    await this.board.close();
  }
}

import { createSimulatedBoard } from '../boards/simulated/simulated-board.ts';
import type { IncomingMessage } from '../contract/peer-message.ts';
import type { Begin, ProgramControl } from '../contract/program-control.ts';
import type { TraceEvent } from '../contract/trace.ts';
import type { Wiring } from '../contract/wiring.ts';
import { createLocalIsolate } from './isolate/isolate-local.ts';
import { createProgramRunner } from './runner.ts';
import { VirtualClock } from './virtual-clock.ts';
import { startEngine } from './vm/engine.ts';
import { countedPace } from './vm/pace.ts';

/** What a hand does to a part, and when. */
export interface VirtualInput {
  /** µs after the start. What a number input gets at 0 is so already before the program begins. */
  readonly at: number;
  readonly part: string;
  readonly input: string;
  /** For a number input. */
  readonly value?: number;
}

/** A key that somebody presses, and when in µs after the start. */
export interface VirtualKey {
  readonly at: number;
  readonly key: string;
}

/** A message that comes from another Pi, and when in µs after the start. */
export interface VirtualMessage extends IncomingMessage {
  readonly at: number;
}

/** What is done to the program as with a debugger, and when in µs after the start. */
export interface VirtualControl {
  readonly at: number;
  readonly control: ProgramControl;
}

export interface VirtualRun {
  readonly source: string;
  readonly wiring: Wiring;
  /** How long to watch, in µs of virtual time; a program that still runs then is stopped. */
  readonly duration: number;
  readonly inputs?: readonly VirtualInput[];
  readonly keys?: readonly VirtualKey[];
  /** From other Pis. What the program sends to them goes nowhere; it is in the trace. */
  readonly messages?: readonly VirtualMessage[];
  /** Left out: at full speed, at once. */
  readonly begin?: Begin;
  readonly controls?: readonly VirtualControl[];
  /** Of the program's random numbers and of the sensors' noise; 1 unless given. */
  readonly seed?: number;
  /** The compiled engine, where its package cannot find it: in a page. */
  readonly wasm?: WebAssembly.Module;
}

/** In this time in µs, every sensor has measured once. */
const settling = 1_500_000;

/**
 * Runs a program on a simulated board in virtual time, as fast as the machine can and the same each time:
 * runner, isolate and engine are those of a Pi, only the clock is not. A wait costs nothing; what a program
 * computes between two waits takes no virtual time, unless it is so much that its turn ends.
 *
 * @throws ProblemError for a wiring or an input that the board refuses, or `program-too-large`.
 */
export async function runInVirtualTime(run: VirtualRun): Promise<TraceEvent[]> {
  const clock = new VirtualClock();
  const board = createSimulatedBoard({ clock, seed: run.seed ?? 1 });
  await board.setUp(run.wiring);
  const engine = await startEngine(run.wasm);
  const trace: TraceEvent[] = [];
  const runner = createProgramRunner({
    board,
    clock,
    createIsolate: () => createLocalIsolate(engine, clock, countedPace()),
    onTrace: (_runId, events) => trace.push(...events),
    seed: () => run.seed ?? 1,
  });
  const inputs = run.inputs ?? [];
  const given = inputs.filter(({ at, value }) => at === 0 && value !== undefined);
  for (const { part, input, value } of given) board.input(part, input, value);
  if (given.length > 0) clock.advance(settling);
  const end = clock.now() + run.duration;
  const begun = runner.run('virtual-run', run.source, run.begin);
  for (const { at, part, input, value } of inputs.filter((one) => !given.includes(one))) {
    clock.after(at, () => board.input(part, input, value));
  }
  for (const { at, key } of run.keys ?? []) clock.after(at, () => runner.key(key));
  for (const { at, ...message } of run.messages ?? []) clock.after(at, () => runner.peerMessage(message));
  for (const { at, control } of run.controls ?? []) clock.after(at, () => runner.control(control));
  await driven(begun, clock);
  while (runner.state.state === 'running' && clock.now() < end) {
    const next = clock.nextTimer ?? end;
    clock.advance(Math.min(next, end) - clock.now());
  }
  await runner.stop();
  await runner.close();
  await board.close();
  return trace;
}

/** Lets pass what happens at this moment until the program has begun; its own doings need no real time. */
async function driven(begun: Promise<void>, clock: VirtualClock): Promise<void> {
  let waiting = true;
  const settled = begun.finally(() => {
    waiting = false;
  });
  while (waiting) {
    clock.advance(0);
    await Promise.resolve();
  }
  await settled;
}

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import Interpreter from 'js-interpreter';
import { systemClock } from '../../device/program/clock.ts';
import { createLocalIsolate } from '../../device/program/isolate/isolate-local.ts';
import { startEngine } from '../../device/program/vm/engine.ts';
import { realPace } from '../../device/program/vm/pace.ts';
import type { ProgramPart } from '../../device/program/vm/program-parts.ts';
import { ProgramVm } from '../../device/program/vm/program-vm.ts';
import { turnResult } from '../../device/program/vm/vm-contract.ts';
import type { Measurement } from './measurement.ts';
import { median } from './statistics.ts';

const rounds = 11;
const iterations = { ours: 500_000, theirs: 30_000 };

const parts: ProgramPart[] = [
  { id: 'red', commands: { on: { on: { to: true } } }, values: { on: false } },
  { id: 'button', commands: {}, values: { pressed: false } },
];

/** A loop as the blocks generate it, with the loop trap and the block's id. */
function ours(body: string): string {
  return `$on('start', {}, 'hat', function* () {
    let n = 0;
    for (let i = 0; i < ${iterations.ours}; i++) { if ($due()) yield; $b = 'block'; if ($p) yield* $at(); ${body} }
  });`;
}

/** The same statements for JS-Interpreter, which knows no generators. */
function theirs(body: string): string {
  return `var $b = '', n = 0; for (var i = 0; i < ${iterations.theirs}; i++) { if ($due()) {} $b = 'block'; ${body} }`;
}

const programs = {
  loops: 'n = n + i;',
  calls: "if ($read('button', 'pressed')) { n = n + 1; } $do('red', 'on');",
};
/** Host calls in one iteration of `programs.calls`. */
const callsPerIteration = 2;

/**
 * Speed of programs: loops as a pupil has them, by the clock, with scheduler, turns and rests; and host calls
 * by the processor's time, into a sink that takes all of them, for on a board the runtime holds commands to a
 * pace of its own.
 */
export async function programBench(): Promise<Measurement[]> {
  // Compiled once for all rounds, as it is for all runs on a Pi.
  const wasm = await WebAssembly.compile(
    await readFile(fileURLToPath(import.meta.resolve('@jitl/quickjs-wasmfile-release-sync/wasm'))),
  );
  const samples = {
    loops: [] as number[],
    loopsBase: [] as number[],
    calls: [] as number[],
    callsBase: [] as number[],
  };
  // The first round warms both up and does not count.
  for (let round = 0; round <= rounds; round += 1) {
    samples.loops.push(await loopsPerSecond(wasm));
    samples.loopsBase.push(interpretedPerSecond(programs.loops).wall);
    samples.calls.push((await callIterationsPerSecond(wasm)) * callsPerIteration);
    samples.callsBase.push(interpretedPerSecond(programs.calls).processor * callsPerIteration);
  }
  for (const all of Object.values(samples)) all.shift();
  return [
    measurement('program-loops', 'iterations/s', samples.loops, samples.loopsBase),
    measurement('program-host-calls', 'calls per second of processor time', samples.calls, samples.callsBase),
  ];
}

function measurement(id: string, unit: string, values: number[], baselines: number[]): Measurement {
  const value = median(values);
  const baselineValue = median(baselines);
  const ratio = value / baselineValue;
  return {
    id,
    value,
    unit,
    baseline: 'the same statements in js-interpreter 6.0.2',
    baselineValue,
    ratio,
    target: '>= 10',
    met: ratio >= 10,
    samples: rounds,
  };
}

/** The whole inside of an isolate, on the machine's clock. */
async function loopsPerSecond(wasm: WebAssembly.Module): Promise<number> {
  const isolate = createLocalIsolate(await startEngine(wasm), systemClock, realPace(systemClock));
  let began = 0;
  const finished = new Promise<number>((resolve, reject) => {
    isolate.listen({
      message(message) {
        const { type } = message as { type: string };
        if (type === 'begun') began = performance.now();
        if (type === 'finished') resolve(performance.now());
        if (type === 'failed') reject(new Error(JSON.stringify(message)));
      },
      lost: (detail) => reject(new Error(detail)),
    });
  });
  isolate.post({ type: 'run', source: ours(programs.loops), parts, seed: 1, begin: {} });
  const seconds = ((await finished) - began) / 1000;
  await isolate.terminate();
  return iterations.ours / seconds;
}

async function callIterationsPerSecond(wasm: WebAssembly.Module): Promise<number> {
  let commands = 0;
  const vm = new ProgramVm({
    engine: await startEngine(wasm),
    pace: realPace(systemClock),
    now: () => systemClock.now(),
    output: {
      command() {
        commands += 1;
        return 'more';
      },
      block() {},
      print() {},
      message() {},
      tell() {},
      gap() {},
      variable() {},
    },
  });
  vm.load({ source: ours(programs.calls), parts, seed: 1 });
  const began = process.threadCpuUsage().user;
  while (vm.turn() !== turnResult.finished) if (vm.failure) break;
  const seconds = (process.threadCpuUsage().user - began) / 1e6;
  if (vm.failure || commands !== iterations.ours)
    throw new Error(`${commands} commands arrived: ${vm.failure?.kind}`);
  return iterations.ours / seconds;
}

/** Iterations per second of the wall's clock, and of the processor's time. */
function interpretedPerSecond(body: string): { wall: number; processor: number } {
  let commands = 0;
  const interpreter = new Interpreter(theirs(body), (self, scope) => {
    self.setProperty(
      scope,
      '$due',
      self.createNativeFunction(() => false),
    );
    self.setProperty(
      scope,
      '$read',
      self.createNativeFunction((_part: string, _value: string) => false),
    );
    self.setProperty(
      scope,
      '$do',
      self.createNativeFunction((_part: string, _command: string) => {
        commands += 1;
      }),
    );
  });
  const began = performance.now();
  const processorBegan = process.threadCpuUsage().user;
  interpreter.run();
  const processor = (process.threadCpuUsage().user - processorBegan) / 1e6;
  const wall = (performance.now() - began) / 1000;
  if (body === programs.calls && commands !== iterations.theirs)
    throw new Error(`${commands} commands arrived`);
  return { wall: iterations.theirs / wall, processor: iterations.theirs / processor };
}

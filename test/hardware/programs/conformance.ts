/**
 * Runs in the guest: a board over the GPIO character device, and by the agent's runner the programs that its standard
 * input gives. Arguments: the label of a simulated chip, and the folder of its lines.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openGpioBoard } from '../../../device/boards/character-device/open-gpio-board.ts';
import type { TraceEvent } from '../../../device/contract/trace.ts';
import { systemClock } from '../../../device/program/clock.ts';
import type { CreateIsolate } from '../../../device/program/isolate/isolate.ts';
import { createLocalIsolate } from '../../../device/program/isolate/isolate-local.ts';
import { nodeIsolates } from '../../../device/program/isolate-node.ts';
import { createProgramRunner } from '../../../device/program/runner.ts';
import { startEngine } from '../../../device/program/vm/engine.ts';
import { realPace } from '../../../device/program/vm/pace.ts';
import {
  type Act,
  type ConformanceLine,
  type ConformanceOrder,
  conformanceOrderSchema,
  type Untrue,
} from './conformance-protocol.ts';

/** When a program is stopped that has not yet told all that it should, in µs. */
const patience = 120_000_000;

const [chipLabel, chipFolder] = process.argv.slice(2);
const say = (line: ConformanceLine) => process.stdout.write(`${JSON.stringify(line)}\n`);
const lineFile = (gpio: number, name: 'pull' | 'value') => `${chipFolder}/sim_gpio${gpio}/${name}`;

let lost: unknown;
const board = await openGpioBoard({
  chipLabel,
  model: 'Emulated Raspberry Pi',
  clock: systemClock,
  onFailure(error) {
    lost ??= error;
  },
});
let untrue: Untrue[] = [];
board.listen((event) => {
  if (event.kind === 'pin') {
    const was = readFileSync(lineFile(event.gpio, 'value'), 'utf8').trim();
    if (was !== String(event.level)) untrue.push({ gpio: event.gpio, told: event.level, was });
  } else if (event.kind === 'pwm') {
    // Its level is told as high for as long as it pulses.
    untrue = untrue.filter(({ gpio, told }) => gpio !== event.gpio || told === 0);
  }
});

const wasm = await WebAssembly.compile(
  await readFile(fileURLToPath(import.meta.resolve('@jitl/quickjs-wasmfile-release-sync/wasm'))),
);
const engine = await startEngine(wasm);
const isolates = {
  threads: nodeIsolates(),
  local: () => createLocalIsolate(engine, systemClock, realPace(systemClock)),
} satisfies Record<ConformanceOrder['isolates'], CreateIsolate>;

function perform(act: Act): void {
  if (act.kind === 'world') say({ type: 'world', id: act.id, property: act.property, value: act.value });
  else writeFileSync(lineFile(act.gpio, 'pull'), act.level === 1 ? 'pull-up' : 'pull-down');
}

async function run(order: ConformanceOrder): Promise<TraceEvent[]> {
  const { wiring, source, acts, duration, awaited, settling } = order;
  await board.setUp({ parts: [] });
  // A chip keeps what pulled a line last.
  for (const gpio of wiring.parts.flatMap(({ pins }) => Object.values(pins))) {
    writeFileSync(lineFile(gpio, 'pull'), 'pull-down');
  }
  await board.setUp(wiring);
  await sleep(settling / 1000);
  untrue = [];
  const trace: TraceEvent[] = [];
  const runner = createProgramRunner({
    board,
    clock: systemClock,
    createIsolate: isolates[order.isolates],
    seed: () => 1,
    onTrace: (_runId, events) => trace.push(...events),
  });
  await runner.run('run-00001', source);
  const begin = systemClock.now();
  const told = () => trace.filter(({ kind }) => kind !== 'value').length;
  let last = { at: 0, done: begin };
  /** Until so many events have come, and as long after what was done last as it should be; or in vain. */
  const until = async (at: number, events: number) => {
    for (;;) {
      const now = systemClock.now();
      const due = now - last.done >= at - last.at && told() >= events;
      if (due || runner.state.state !== 'running' || now - begin >= patience) break;
      await sleep(20);
    }
    last = { at, done: systemClock.now() };
  };
  for (const act of acts) {
    await until(act.at, act.after);
    perform(act);
  }
  await until(duration, awaited);
  await runner.stop();
  await runner.close();
  return trace;
}

for await (const line of createInterface({ input: process.stdin })) {
  try {
    const trace = await run(conformanceOrderSchema.parse(JSON.parse(line)));
    if (lost !== undefined) throw lost;
    say({ type: 'trace', trace, untrue });
  } catch (error) {
    say({ type: 'failed', why: String(error) });
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Board, SimulatedInputs } from '../../device/boards/board.ts';
import { createSimulatedBoard } from '../../device/boards/simulated/simulated-board.ts';
import { camJamEduKit } from '../../device/contract/wiring.ts';
import { systemClock } from '../../device/program/clock.ts';
import { nodeIsolates } from '../../device/program/isolate-node.ts';
import { createProgramRunner } from '../../device/program/runner.ts';
import type { ProgramRunner } from '../../device/program/runner-contract.ts';
import type { Measurement } from './measurement.ts';
import { median, percentile } from './statistics.ts';

const rounds = 9;
/** Of one round, each way: a hundred toggles. */
const seconds = 1;
const presses = 40;
/** From a program's start to its first figure. */
const settleMs = 800;
/** Between two toggles, ms. */
const beat = 10;
const redGpio = 18;

/** As `wait 0.01 seconds` in a forever loop. */
const toggling = `$on('start', {}, 'toggling', function* () {
  for (;;) { if ($due()) yield; $b = 'toggle'; if ($p) yield* $at(); $do('red', 'toggle'); $b = 'wait'; if ($p) yield* $at(); yield* $wait(${beat / 1000}); }
});`;
/** As `repeat 10000 times` with nothing inside, again and again, so that no toggle has a quiet moment. */
const emptyLoop = `$on('start', {}, 'loop', function* () {
  for (;;) {
    if ($due()) yield;
    $b = 'repeat'; if ($p) yield* $at();
    for (let round = 0, rounds = 10000; round < rounds; round++) { if ($due()) yield; $b = 'repeat'; if ($p) yield* $at(); }
  }
});`;
const answering = `$on('event', { part: 'button', event: 'pressed' }, 'hat', function* () {
  $b = 'toggle'; if ($p) yield* $at(); $do('red', 'toggle');
});`;

interface Bench {
  readonly board: Board & SimulatedInputs;
  readonly runner: ProgramRunner;
}

/**
 * What stacks take from each other, and how soon a stack hears an input: the runtime of a Pi, worker thread and all,
 * over the simulated board in this process.
 */
export async function languageBench(): Promise<Measurement[]> {
  const board = createSimulatedBoard({ clock: systemClock });
  await board.setUp(camJamEduKit);
  const runner = createProgramRunner({
    board,
    clock: systemClock,
    createIsolate: nodeIsolates(),
    onTrace: () => undefined,
  });
  const bench = { board, runner };
  const beside: number[] = [];
  const alone: number[] = [];
  const answers: number[] = [];
  const heard: number[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      alone.push(Math.max(...(await delays(bench, toggling))));
      beside.push(Math.max(...(await delays(bench, toggling + emptyLoop))));
      const edges = await answerTimes(bench);
      answers.push(...edges.stack);
      heard.push(...edges.listener);
    }
  } finally {
    await runner.close();
    await board.close();
  }
  // The machine's own hiccups hit single rounds; what the runtime does, it does in each.
  const worst = median(beside);
  const worstAlone = median(alone);
  const p95 = percentile(answers, 0.95);
  const p95Heard = percentile(heard, 0.95);
  return [
    {
      id: 'empty-loop-delay',
      value: worst,
      unit: 'ms, worst of a round',
      baseline: 'the same stack alone',
      baselineValue: worstAlone,
      ratio: worst / worstAlone,
      target: '<= 20 ms',
      met: worst <= 20,
      samples: beside.length,
    },
    {
      id: 'edge-to-stack-p95',
      value: p95,
      unit: 'ms',
      baseline: 'a bare listener of the board',
      baselineValue: p95Heard,
      ratio: p95 / p95Heard,
      target: '<= 10 ms',
      met: p95 <= 10,
      samples: answers.length,
    },
  ];
}

/** How much later than after its wait each toggle came, ms. */
async function delays({ board, runner }: Bench, source: string): Promise<number[]> {
  const edges: number[] = [];
  const unlisten = board.listen((event) => {
    if (event.kind === 'pin' && event.gpio === redGpio) edges.push(performance.now());
  });
  await runner.run('delays', source);
  // A quarter of a second after a start the next program's isolate gets warm, which is no doing of the loop.
  await sleep(settleMs);
  edges.length = 0;
  await sleep(seconds * 1000);
  unlisten();
  await runner.stop();
  return edges.slice(1).map((at, index) => Math.max(0, at - (edges[index] ?? at) - beat));
}

/** From the hand on the button to a bare listener, and to the first command of the stack that waits for it, ms. */
async function answerTimes({ board, runner }: Bench): Promise<{ stack: number[]; listener: number[] }> {
  const stack: number[] = [];
  const listener: number[] = [];
  let pressed = 0;
  let answered = () => {};
  const unlisten = board.listen((event) => {
    if (event.kind === 'event' && event.event === 'pressed') listener.push(performance.now() - pressed);
    if (event.kind !== 'pin' || event.gpio !== redGpio) return;
    stack.push(performance.now() - pressed);
    answered();
  });
  await runner.run('answers', answering);
  await sleep(settleMs);
  for (let press = 0; press < presses; press += 1) {
    const answer = new Promise<void>((resolve) => {
      answered = resolve;
    });
    pressed = performance.now();
    board.input('button', 'press');
    await answer;
    board.input('button', 'release');
    // Not in step with any timer.
    await sleep(5 + Math.random() * 10);
  }
  unlisten();
  await runner.stop();
  return { stack, listener };
}

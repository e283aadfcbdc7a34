import { afterEach, describe, expect, it } from 'vitest';
import type { Board, SimulatedInputs } from '../../../device/boards/board.ts';
import { createSimulatedJohnnyFiveBoard } from '../../../device/boards/johnny-five/simulated-io.ts';
import { createSimulatedBoard } from '../../../device/boards/simulated/simulated-board.ts';
import type { TraceEvent } from '../../../device/contract/trace.ts';
import { camJamEduKit } from '../../../device/contract/wiring.ts';
import { systemClock } from '../../../device/program/clock.ts';
import { nodeIsolates } from '../../../device/program/isolate-node.ts';
import { createProgramRunner } from '../../../device/program/runner.ts';

const boards = {
  simulated: async () => createSimulatedBoard({ clock: systemClock }),
  'johnny-five over simulated pins': () => createSimulatedJohnnyFiveBoard(systemClock),
} satisfies Record<string, () => Promise<Board & SimulatedInputs>>;

/** What a person does while the program runs, once its trace shows so many events of a kind. */
interface Hand {
  readonly after: { readonly kind: TraceEvent['kind']; readonly count: number };
  readonly do: (board: SimulatedInputs) => void;
}

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** Runs a program to its end, or until its trace shows so many pin changes, and gives back the trace without times. */
async function traceOn(
  board: Board & SimulatedInputs,
  source: string,
  hands: readonly Hand[],
  enough: number,
) {
  closing.push(() => board.close());
  await board.setUp(camJamEduKit);
  const trace: TraceEvent[] = [];
  const waiting = [...hands];
  let over = () => {};
  const ended = new Promise<void>((resolve) => (over = resolve));
  const runner = createProgramRunner({
    board,
    clock: systemClock,
    createIsolate: nodeIsolates(),
    onTrace(_runId, events) {
      for (const event of events) {
        trace.push(event);
        const [hand] = waiting;
        const seen = trace.filter((one) => one.kind === hand?.after.kind).length;
        if (hand && event.kind === hand.after.kind && seen === hand.after.count) {
          waiting.shift();
          // As a hand would: never in the middle of what the program does.
          setTimeout(() => hand.do(board), 20);
        }
        if (event.kind === 'end') over();
        if (trace.filter((one) => one.kind === 'pin').length === enough) queueMicrotask(() => runner.stop());
      }
    },
  });
  closing.push(() => runner.close());
  await runner.run('run-00001', source);
  await ended;
  return trace.map(({ at: _at, ...event }) => event);
}

const programs: { name: string; source: string; hands: Hand[]; pins: number }[] = [
  {
    name: 'blinks in turn and ends',
    source: `$on('start', {}, 'hat', function* () {
      for (let round = 0; round < 3; round += 1) {
        if ($due()) yield;
        for (const part of ['red', 'amber', 'green', 'buzzer']) {
          $b = 'on'; $do(part, 'on');
          $b = 'wait'; yield* $wait(0.01);
          $b = 'off'; $do(part, 'off');
        }
      }
      $b = 'toggle'; $do('red', 'toggle'); $print($read('red', 'on'));
    });`,
    hands: [],
    pins: 1000,
  },
  {
    name: 'answers the button',
    source: `
      $on('event', { part: 'button', event: 'pressed' }, 'down', function* () {
        $b = 'light'; $do('green', 'on'); $print($read('button', 'pressed'));
      });
      $on('event', { part: 'button', event: 'released' }, 'up', function* () {
        $b = 'dark'; $do('green', 'off'); $print($read('button', 'pressed'));
      });
      $on('start', {}, 'hat', function* () { $b = 'hello'; $print('ready'); yield* $wait(1000); });`,
    // Each after the last that the step before tells.
    hands: [
      { after: { kind: 'print', count: 1 }, do: (board) => board.input('button', 'press') },
      { after: { kind: 'block', count: 3 }, do: (board) => board.input('button', 'release') },
      { after: { kind: 'block', count: 5 }, do: (board) => board.input('button', 'press') },
    ],
    pins: 6,
  },
  {
    name: 'fails at a command that no part knows',
    source: `$on('start', {}, 'hat', function* () { $do('red', 'on'); $b = 'bad'; $do('red', 'sing'); });`,
    hands: [],
    pins: 1000,
  },
  {
    name: 'leaves nothing on when it is stopped',
    source: `$on('start', {}, 'hat', function* () { $do('red', 'on'); $do('buzzer', 'on'); yield* $wait(1000); });`,
    hands: [],
    pins: 2,
  },
];

describe('every board', () => {
  it.each(programs)('gives the same trace of a program that $name', async ({ source, hands, pins }) => {
    const traces = [];
    for (const create of Object.values(boards))
      traces.push(await traceOn(await create(), source, hands, pins));
    const [reference, ...others] = traces;
    expect(reference?.at(-1)?.kind).toBe('end');
    expect(reference?.some((event) => event.kind === 'pin')).toBe(true);
    for (const other of others) expect(other).toEqual(reference);
  });
});

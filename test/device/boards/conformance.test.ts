import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Board, SimulatedInputs } from '../../../device/boards/board.ts';
import { createSimulatedJohnnyFiveBoard } from '../../../device/boards/johnny-five/simulated-io.ts';
import { createSimulatedBoard } from '../../../device/boards/simulated/simulated-board.ts';
import type { TraceEvent } from '../../../device/contract/trace.ts';
import { traceEventSchema } from '../../../device/contract/trace.ts';
import { partCatalog } from '../../../device/parts/catalog.ts';
import { systemClock } from '../../../device/program/clock.ts';
import { nodeIsolates } from '../../../device/program/isolate-node.ts';
import { createProgramRunner } from '../../../device/program/runner.ts';
import { type Engine, startEngine } from '../../../device/program/vm/engine.ts';
import { conformancePrograms } from './conformance/index.ts';
import { kitPrograms } from './conformance/kit.ts';
import { expectSameOutline, outlineOf } from './conformance/outline.ts';
import { runInFakedTime } from './conformance/run-on.ts';

/** The board that the others are compared with. */
const reference = async () => createSimulatedBoard({ clock: systemClock });

const boards = {
  'johnny-five over simulated pins': () => createSimulatedJohnnyFiveBoard(systemClock),
} satisfies Record<string, () => Promise<Board & SimulatedInputs>>;

/** johnny-five waits up to 7 ms for a contact to settle; a timer is up to 1 ms late. */
const tolerance = { time: 10_000 };

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});

describe.each(Object.entries(boards))('the board %s', (_name, create) => {
  beforeEach(async () => {
    // johnny-five is loaded with the real timers: its modules note the time.
    await (await create()).close();
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance', 'Date'],
    });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each(conformancePrograms)('gives the same trace of a program that $name', async (program) => {
    const expected = await runInFakedTime(await reference(), engine, program);
    const trace = await runInFakedTime(await create(), engine, program);
    expectSameOutline(outlineOf(trace, program.wiring), outlineOf(expected, program.wiring), tolerance);
    expect(trace.at(-1)?.kind).toBe('end');
    for (const event of trace) expect(traceEventSchema.parse(event)).toEqual(event);
  });
});

it('is tried with every type of part', () => {
  const tried = conformancePrograms.flatMap(({ wiring }) => wiring.parts.map(({ type }) => type));
  expect([...partCatalog.keys()].filter((type) => !tried.includes(type))).toEqual([]);
});

/** Runs a program with the system's clock, in an isolate of its own, to its end. */
async function inRealTime(board: Board, source: string): Promise<TraceEvent[]> {
  const trace: TraceEvent[] = [];
  let over = () => {};
  const ended = new Promise<void>((resolve) => {
    over = resolve;
  });
  const runner = createProgramRunner({
    board,
    clock: systemClock,
    createIsolate: nodeIsolates(),
    onTrace(_runId, events) {
      trace.push(...events);
      if (events.some(({ kind }) => kind === 'end')) over();
    },
  });
  try {
    await runner.run('run-00001', source);
    await ended;
  } finally {
    await runner.close();
    await board.close();
  }
  return trace;
}

it('gives the same trace on every board in real time, with isolates in threads', async () => {
  const [{ wiring, source }] = kitPrograms as [(typeof kitPrograms)[0]];
  const traces: TraceEvent[][] = [];
  for (const create of [reference, ...Object.values(boards)]) {
    const board = await create();
    await board.setUp(wiring);
    traces.push(await inRealTime(board, source));
  }
  const [expected, ...others] = traces.map((trace) => outlineOf(trace, wiring));
  expect(expected!.events.filter(({ kind }) => kind === 'pin').length).toBeGreaterThan(20);
  for (const other of others) {
    expectSameOutline(other, expected!, { time: Number.POSITIVE_INFINITY });
  }
});

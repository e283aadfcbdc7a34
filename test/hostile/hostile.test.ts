import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSimulatedBoard } from '../../device/boards/simulated/simulated-board.ts';
import { type TraceEvent, traceEventSchema } from '../../device/contract/trace.ts';
import { camJamEduKit } from '../../device/contract/wiring.ts';
import { systemClock } from '../../device/program/clock.ts';
import { nodeIsolates } from '../../device/program/isolate-node.ts';
import { createProgramRunner } from '../../device/program/runner.ts';
import type { ProgramRunner } from '../../device/program/runner-contract.ts';
import { hostilePrograms } from './programs.ts';

/** How long a program that `runs` is watched, in ms. */
const watched = 300;

const board = createSimulatedBoard({ clock: systemClock });
const trace = new Map<string, TraceEvent[]>();
let ended: (() => void) | undefined;
let runner: ProgramRunner;

beforeAll(async () => {
  await board.setUp(camJamEduKit);
  runner = createProgramRunner({
    board,
    clock: systemClock,
    // Hangs are noticed sooner than on a Pi, so that the test does not take minutes.
    createIsolate: nodeIsolates({ turnLimit: 400_000 }),
    onTrace(runId, events) {
      trace.set(runId, [...(trace.get(runId) ?? []), ...events]);
      if (events.some((event) => event.kind === 'end')) ended?.();
    },
  });
});

afterAll(async () => {
  await runner.close();
  await board.close();
});

async function run(runId: string, source: string, runs: boolean): Promise<TraceEvent[]> {
  const end = new Promise<void>((resolve) => {
    ended = resolve;
  });
  await runner.run(runId, source);
  if (runs) {
    await new Promise((resolve) => setTimeout(resolve, watched));
    await runner.stop();
  }
  await end;
  return trace.get(runId) ?? [];
}

/** What a trace ends with: the code of its error, or the reason of its end. */
function outcome(events: readonly TraceEvent[]): string {
  const error = events.find((event) => event.kind === 'error');
  if (error) return error.problem.code;
  const end = events.find((event) => event.kind === 'end');
  return end?.reason === 'stopped' ? 'runs' : (end?.reason ?? 'no end');
}

/** What a program ends with that was given less processor time than it is allowed. */
const outOfTime = ['no-pause', 'program-unresponsive'];

describe('a hostile program ends with a clear word, the board is safe, and the next program runs', () => {
  it.each(hostilePrograms.map((program, index) => ({ ...program, runId: `hostile-${index}` })))(
    '$name',
    async ({ source, ends, runId }) => {
      const events = await run(runId, source, ends.includes('runs'));

      // On a busy machine the limits of time may be reached before those of memory or depth.
      expect([...ends, ...outOfTime]).toContain(outcome(events));
      for (const event of events) expect(traceEventSchema.safeParse(event).error).toBeUndefined();
      expect(events.at(-1)?.kind).toBe('end');
      const times = events.map((event) => event.at);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(board.read('red', 'on') || board.read('buzzer', 'on')).toBe(false);

      const next = await run(
        `${runId}-next`,
        "$on('start', {}, 'hat', function* () { $do('red', 'on'); });",
        false,
      );
      expect(next.filter((event) => event.kind === 'pin')).toMatchObject([
        { gpio: 18, level: 1 },
        { gpio: 18, level: 0 },
      ]);
      expect(next.at(-1)).toMatchObject({ kind: 'end', reason: 'finished' });
    },
  );
});

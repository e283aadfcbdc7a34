import { describe, expect, it } from 'vitest';
import { createIdentify } from '../../../device/agent/identify.ts';
import { createProgramLane } from '../../../device/agent/program-lane.ts';
import { createSimulatedBoard } from '../../../device/boards/simulated/simulated-board.ts';
import { camJamEduKit } from '../../../device/contract/wiring.ts';
import { systemClock } from '../../../device/program/clock.ts';
import type { CreateIsolate } from '../../../device/program/isolate/isolate.ts';
import { nodeIsolates } from '../../../device/program/isolate-node.ts';
import { createProgramRunner } from '../../../device/program/runner.ts';
import { VirtualClock } from '../../../device/program/virtual-clock.ts';

it('takes the LEDs from a Pi that began to show itself while the wiring settled', async () => {
  const board = createSimulatedBoard({ clock: systemClock });
  await board.setUp(camJamEduKit);
  const blinking = new VirtualClock();
  const identify = createIdentify(board, blinking);
  const runner = createProgramRunner({
    board,
    clock: systemClock,
    createIsolate: nodeIsolates(),
    onTrace: () => {},
  });
  let settle = () => {};
  const settled = new Promise<void>((resolve) => (settle = resolve));
  const lane = createProgramLane({
    runner,
    clock: systemClock,
    wiringSettled: () => settled,
    onPrepare: () => identify.cancel(),
  });
  const source = `$on('start', {}, 'hat', function* () { $do('red', 'on'); yield* $wait(1000); });`;
  const run = lane.handle({
    id: 'order-0001',
    sentAt: 0,
    expiresAt: 0,
    action: { type: 'run', runId: 'run-00001', source },
  });
  const shown = identify.begin();
  settle();
  expect(await run).toBeUndefined();
  await shown;
  await expect.poll(() => board.levels().get(18)).toBe(1);
  blinking.advance(5_000_000);
  expect(board.levels().get(18)).toBe(1);
  await runner.close();
  await board.close();
});

describe('a run whose isolate is slow to start', () => {
  const order = (runId: string, source = '') => ({
    id: `order-${runId}`,
    sentAt: 0,
    expiresAt: 0,
    action: { type: 'run' as const, runId, source },
  });
  /** Starts for ever. */
  const neverReady: CreateIsolate = () => ({ post() {}, listen() {}, terminate: async () => {} });

  async function slowPi() {
    const clock = new VirtualClock();
    const board = createSimulatedBoard({ clock });
    await board.setUp(camJamEduKit);
    const traced: string[] = [];
    const runner = createProgramRunner({
      board,
      clock,
      createIsolate: neverReady,
      onTrace: (_runId, events) => traced.push(...events.map(({ kind }) => kind)),
    });
    const lane = createProgramLane({
      runner,
      clock,
      wiringSettled: () => Promise.resolve(),
      onPrepare: () => {},
    });
    return { clock, runner, lane, traced };
  }
  /** Lets everything happen that waits for no clock. */
  const aMoment = () => new Promise((resolve) => setImmediate(resolve));

  it('is answered after three seconds, as people do not wait longer', async () => {
    const { clock, runner, lane } = await slowPi();
    const answers: unknown[] = [];
    const run = lane.handle(order('run-00001')).then((outcome) => answers.push(outcome));
    await aMoment();
    clock.advance(2_900_000);
    await aMoment();
    expect(answers).toEqual([]);
    clock.advance(200_000);
    await run;
    expect(answers).toEqual([undefined]);
    expect(runner.state).toEqual({ state: 'running', runId: 'run-00001' });
  });

  it('can be stopped before and after that', async () => {
    const { clock, runner, lane, traced } = await slowPi();
    const run = lane.handle(order('run-00001'));
    await aMoment();
    clock.advance(4_000_000);
    await run;
    await lane.handle({ ...order('stop'), action: { type: 'stop' } });
    expect(runner.state).toEqual({ state: 'idle' });
    expect(traced).toEqual(['start', 'end']);
    const second = lane.handle(order('run-00002'));
    await lane.handle({ ...order('stop-2'), action: { type: 'stop' } });
    expect(await second).toMatchObject({ code: 'run-overtaken' });
  });

  it('is refused at once when it can’t be run at all', async () => {
    const { lane } = await slowPi();
    await expect(lane.handle(order('run-00001', 'x'.repeat(1_000_000)))).rejects.toThrow('program-too-large');
  });
});

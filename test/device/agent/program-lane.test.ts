import { expect, it } from 'vitest';
import { createIdentify } from '../../../device/agent/identify.ts';
import { createProgramLane } from '../../../device/agent/program-lane.ts';
import { createSimulatedBoard } from '../../../device/boards/simulated/simulated-board.ts';
import { camJamEduKit } from '../../../device/contract/wiring.ts';
import { systemClock } from '../../../device/program/clock.ts';
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

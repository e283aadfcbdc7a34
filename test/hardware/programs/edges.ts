/**
 * Runs in the guest: toggles GPIO 18 as fast as it goes, three ways in turn (`programs/edges-protocol.ts`), as each
 * line of standard input asks, and says how long it took.
 */
import { closeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Board } from '../../../device/boards/board.ts';
import { headerChipLabels, openChip } from '../../../device/boards/character-device/find-chip.ts';
import { HardwarePwm } from '../../../device/boards/character-device/hardware-pwm.ts';
import { createKernelLines } from '../../../device/boards/character-device/kernel-lines.ts';
import { type Libc, loadLibc } from '../../../device/boards/character-device/libc.ts';
import { LineGroup } from '../../../device/boards/character-device/line-group.ts';
import { outputRequest } from '../../../device/boards/character-device/line-requests.ts';
import { openGpioBoard } from '../../../device/boards/character-device/open-gpio-board.ts';
import { encodeLineValues, ioctls } from '../../../device/boards/character-device/uapi.ts';
import { IoPlugin } from '../../../device/boards/johnny-five/io-plugin.ts';
import { systemClock } from '../../../device/program/clock.ts';
import { nodeIsolates } from '../../../device/program/isolate-node.ts';
import { createProgramRunner } from '../../../device/program/runner.ts';
import { type EdgesAnswer, edgesOrderSchema } from './edges-protocol.ts';

const gpio = 18;
const setting = { gpio, direction: 'output' } as const;
const onFailure = (error: unknown) => void process.stderr.write(`lost: ${error}\n`);

const timed = async (work: () => void | Promise<void>): Promise<number> => {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
};

/** One system call an edge, with bytes that were made before: what Node can do at most. */
async function byIoctl(libc: Libc, times: number): Promise<number> {
  const chipFd = openChip(libc, headerChipLabels);
  const group = new LineGroup(libc, chipFd, outputRequest([setting])!);
  const [high, low] = [encodeLineValues(1n, 1n), encodeLineValues(0n, 1n)];
  try {
    return await timed(() => {
      for (let count = 0; count < times; count += 1) {
        libc.ioctl(group.fd, ioctls.setValues, high);
        libc.ioctl(group.fd, ioctls.setValues, low);
      }
    });
  } finally {
    group.close();
    closeSync(chipFd);
  }
}

/** `digitalWrite` of the IO plugin, without johnny-five above it. */
async function byPlugin(libc: Libc, times: number): Promise<number> {
  const chipFd = openChip(libc, headerChipLabels);
  const hardwarePwm = new HardwarePwm([], undefined);
  const io = new IoPlugin(createKernelLines({ libc, chipFd, clock: systemClock, hardwarePwm, onFailure }));
  await io.claim([setting]);
  try {
    return await timed(() => {
      for (let count = 0; count < times; count += 1) {
        io.digitalWrite(gpio, 1);
        io.digitalWrite(gpio, 0);
      }
    });
  } finally {
    await io.close();
  }
}

/** What blocks become: a program in an isolate that switches an LED, through the runner, johnny-five and the plugin. */
async function byBlocks(times: number): Promise<number> {
  const board: Board = await openGpioBoard({ model: 'Emulated Raspberry Pi', clock: systemClock, onFailure });
  await board.setUp({ parts: [{ id: 'red', type: 'led', pins: { anode: gpio } }] });
  let ended: () => void = () => {};
  const end = new Promise<void>((resolve) => {
    ended = resolve;
  });
  const runner = createProgramRunner({
    board,
    clock: systemClock,
    createIsolate: nodeIsolates(),
    onTrace: (_run, events) => {
      if (events.some(({ kind }) => kind === 'end')) ended();
    },
  });
  // The isolate is made before the clock runs, as in the agent.
  let first = 0;
  const unlisten = board.listen(() => {
    first ||= performance.now();
  });
  try {
    await runner.run(
      'edges',
      `$on('start', {}, 'hat', function* () {
        for (let i = 0; i < ${times}; i += 1) {
          if ($due()) yield;
          $b = 'on'; $do('red', 'on');
          $b = 'off'; $do('red', 'off');
        }
      });`,
    );
    await end;
    return performance.now() - first;
  } finally {
    unlisten();
    await runner.close();
    await board.close();
  }
}

const libc = await loadLibc();
for await (const line of createInterface({ input: process.stdin })) {
  const { by, times } = edgesOrderSchema.parse(JSON.parse(line));
  const ways = {
    ioctl: () => byIoctl(libc, times),
    plugin: () => byPlugin(libc, times),
    blocks: () => byBlocks(times),
  };
  process.stdout.write(`${JSON.stringify({ ms: await ways[by]() } satisfies EdgesAnswer)}\n`);
}

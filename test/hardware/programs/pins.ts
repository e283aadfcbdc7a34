/** Runs in the guest: pins and buses of the kernel, without parts, as its standard input asks. */
import { createInterface } from 'node:readline';
import { openChip } from '../../../device/boards/character-device/find-chip.ts';
import { HardwarePwm } from '../../../device/boards/character-device/hardware-pwm.ts';
import { createKernelBuses } from '../../../device/boards/character-device/kernel-buses.ts';
import { createKernelLines } from '../../../device/boards/character-device/kernel-lines.ts';
import { loadLibc } from '../../../device/boards/character-device/libc.ts';
import { readMachine } from '../../../device/boards/machine.ts';
import { identifyBoard } from '../../../device/boards/model/identify-board.ts';
import { ProblemError, problem } from '../../../device/contract/problem.ts';
import type { Level } from '../../../device/parts/driver.ts';
import { systemClock } from '../../../device/program/clock.ts';
import { pinsOrderSchema } from './pins-protocol.ts';

const libc = await loadLibc();
let open: Open | undefined;
let edges: { gpio: number; level: Level; at: number }[] = [];

type Open = Pick<ReturnType<typeof openPins>, 'lines' | 'buses'>;

function openPins(label: string, hardwarePwm: readonly number[]) {
  const lines = createKernelLines({
    libc,
    chipFd: openChip(libc, [label]),
    clock: systemClock,
    hardwarePwm: new HardwarePwm(hardwarePwm, identifyBoard(readMachine()).model?.pwm),
    onFailure: (error) => process.stderr.write(`lost: ${error}\n`),
  });
  lines.onInput((gpio, level, at) => edges.push({ gpio, level, at }));
  return { lines, buses: createKernelBuses({ libc, lines, clock: systemClock }) };
}

async function close(): Promise<void> {
  open?.buses.close();
  await open?.lines.close();
  open = undefined;
}

async function obey(line: string): Promise<unknown> {
  const order = pinsOrderSchema.parse(JSON.parse(line));
  if (order.do === 'open') {
    await close();
    open = openPins(order.label, order.hardwarePwm);
    return null;
  }
  if (!open) throw new Error('nothing is open');
  const { lines, buses } = open;
  switch (order.do) {
    case 'claim':
      return lines.claim(order.settings);
    case 'release':
      return lines.release();
    case 'write':
      return lines.write(order.gpio, order.level);
    case 'pulse':
      return lines.pulse(order.gpio, order);
    case 'read':
      return order.gpios.map((gpio) => lines.read(gpio));
    case 'edges': {
      const heard = edges;
      edges = [];
      return heard;
    }
    case 'now':
      return Number(process.hrtime.bigint()) / 1000;
    case 'measure':
      return buses.echo.measure(order.trigger, order.echo, order.timeout);
    case 'i2c': {
      const { address, write, read } = order;
      const i2c = buses.i2c();
      if (read === 0) return i2c.write(address, Uint8Array.from(write));
      const wanted =
        write.length === 0 ? i2c.read(address, read) : i2c.writeRead(address, Uint8Array.from(write), read);
      return [...wanted];
    }
    case 'spi':
      return [...buses.spi().transfer(order.chipSelect, order.hertz, Uint8Array.from(order.bytes))];
    case 'close':
      return close();
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  let answer: unknown;
  try {
    answer = { result: (await obey(line)) ?? null };
  } catch (error) {
    const unexpected = problem('unexpected', 'Unerwarteter Fehler.', 'Unexpected error.', String(error));
    answer = { problem: error instanceof ProblemError ? error.problem : unexpected };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}

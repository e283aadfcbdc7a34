import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ChooseOptions, chooseBoard } from '../../../device/boards/choose.ts';
import { isRaspberryPi, type Machine, readMachine } from '../../../device/boards/machine.ts';
import { systemClock } from '../../../device/program/clock.ts';

const noDeviceTree: Machine = { name: undefined, compatible: [] };
const virtualMachine: Machine = { name: 'QEMU Virtual Machine', compatible: ['linux,dummy-virt'] };
const pi5: Machine = {
  name: 'Raspberry Pi 5 Model B Rev 1.0',
  compatible: ['raspberrypi,5-model-b', 'brcm,bcm2712'],
};
const pi6: Machine = {
  name: 'Raspberry Pi 6 Model B Rev 1.0',
  compatible: ['raspberrypi,6-model-b', 'brcm,bcm2713'],
};

/** What is said on the way is kept in `said`. */
function choose(choice: Pick<ChooseOptions, 'choice'> & Partial<ChooseOptions>, machine: Machine) {
  const said: string[] = [];
  const options = { io: 'auto', clock: systemClock, onFailure: () => {}, ...choice } as const;
  return { said, board: chooseBoard({ ...options, say: (sentence) => said.push(sentence) }, machine) };
}

describe('the choice of the board', () => {
  it.each([
    { choice: 'simulated', machine: noDeviceTree, info: { kind: 'simulated', io: 'none' } },
    { choice: 'simulated', machine: pi5, info: { kind: 'simulated', io: 'none' } },
    { choice: 'johnny-five-simulated', machine: pi5, info: { kind: 'johnny-five', io: 'simulated' } },
    { choice: 'auto', machine: noDeviceTree, info: { kind: 'simulated', io: 'none' } },
    { choice: 'auto', machine: virtualMachine, info: { kind: 'simulated', io: 'none' } },
  ] as const)('is $info.kind/$info.io for $choice on $machine.name', async ({ choice, machine, info }) => {
    const board = await choose({ choice }, machine).board;
    expect(board.info).toMatchObject(info);
    await board.close();
  });

  it.each([
    { machine: pi5, says: ['this is a Raspberry Pi 5 Model B Rev 1.0: its GPIO is used'] },
    {
      machine: pi6,
      says: ['this is a Raspberry Pi 6 Model B Rev 1.0: its GPIO is used', /not known here.*40-pin/],
    },
  ])('takes the GPIO of a $machine.name by itself, and says so', async ({ machine, says }) => {
    // So that no real chip is found, on whatever machine the test runs.
    const { board, said } = choose({ choice: 'auto', gpioChipLabel: 'no-such-chip' }, machine);
    await expect(board).rejects.toThrow(/gpio-(chip-missing|permission)/);
    expect(said).toEqual(says.map((one) => (typeof one === 'string' ? one : expect.stringMatching(one))));
  });

  it.each([
    { choice: 'auto', machine: noDeviceTree },
    { choice: 'gpio', machine: pi5 },
  ] as const)(
    'refuses raspi-io for $choice on $machine.name instead of taking another board',
    async (one) => {
      await expect(choose({ choice: one.choice, io: 'raspi-io' }, one.machine).board).rejects.toThrow(
        /raspi-io-(arm|model)/,
      );
    },
  );
});

describe('what a machine says of itself', () => {
  it('is in its device tree, texts that end with a zero byte', () => {
    const folder = mkdtempSync(join(tmpdir(), 'device-tree-'));
    writeFileSync(join(folder, 'model'), 'Raspberry Pi 4 Model B Rev 1.4\0');
    writeFileSync(join(folder, 'compatible'), 'raspberrypi,4-model-b\0brcm,bcm2711\0');
    expect(readMachine(folder)).toEqual({
      name: 'Raspberry Pi 4 Model B Rev 1.4',
      compatible: ['raspberrypi,4-model-b', 'brcm,bcm2711'],
    });
    rmSync(folder, { recursive: true });
  });

  it('is nothing on a machine without a device tree', () => {
    expect(readMachine('/no/such/folder')).toEqual(noDeviceTree);
  });

  it.each([
    { machine: pi5, is: true },
    { machine: { name: undefined, compatible: ['raspberrypi,6-model-b'] }, is: true },
    { machine: virtualMachine, is: false },
    { machine: noDeviceTree, is: false },
  ])('$machine.name is a Raspberry Pi: $is', ({ machine, is }) => {
    expect(isRaspberryPi(machine)).toBe(is);
  });
});

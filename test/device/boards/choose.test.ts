import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chooseBoard } from '../../../device/boards/choose.ts';
import { isRaspberryPi, machineModel } from '../../../device/boards/machine.ts';
import { systemClock } from '../../../device/program/clock.ts';

describe('the choice of the board', () => {
  it.each([
    { choice: 'simulated', model: undefined, info: { kind: 'simulated', io: 'none' } },
    { choice: 'johnny-five-simulated', model: undefined, info: { kind: 'johnny-five', io: 'simulated' } },
    { choice: 'auto', model: undefined, info: { kind: 'simulated', io: 'none' } },
    { choice: 'auto', model: 'QEMU Virtual Machine', info: { kind: 'simulated', io: 'none' } },
  ] as const)('is $info.kind/$info.io for $choice on $model', async ({ choice, model, info }) => {
    const board = await chooseBoard(
      { choice, clock: systemClock, say: () => {}, onFailure: () => {} },
      model,
    );
    expect(board.info).toMatchObject(info);
    await board.close();
  });

  it('takes the GPIO of a Raspberry Pi by itself, and says so', async () => {
    const said: string[] = [];
    const choosing = chooseBoard(
      {
        choice: 'auto',
        // So that no real chip is found, on whatever machine the test runs.
        gpioChipLabel: 'no-such-chip',
        clock: systemClock,
        say: (sentence) => said.push(sentence),
        onFailure: () => {},
      },
      'Raspberry Pi 5 Model B Rev 1.0',
    );
    await expect(choosing).rejects.toThrow(/gpio-(chip-missing|permission)/);
    expect(said).toEqual(['this is a Raspberry Pi 5 Model B Rev 1.0: its GPIO is used']);
  });
});

describe('the machine’s model', () => {
  it('is what the device tree says, without its zero byte', () => {
    const folder = mkdtempSync(join(tmpdir(), 'model-'));
    const path = join(folder, 'model');
    writeFileSync(path, 'Raspberry Pi 4 Model B Rev 1.4\0');
    expect(machineModel(path)).toBe('Raspberry Pi 4 Model B Rev 1.4');
    expect(isRaspberryPi(machineModel(path))).toBe(true);
    rmSync(folder, { recursive: true });
  });

  it('is unknown on a machine without a device tree', () => {
    expect(machineModel('/no/such/file')).toBeUndefined();
    expect(isRaspberryPi(undefined)).toBe(false);
  });
});

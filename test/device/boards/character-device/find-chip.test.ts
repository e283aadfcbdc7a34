import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { headerChipLabels, openChip } from '../../../../device/boards/character-device/find-chip.ts';
import { loadLibc } from '../../../../device/boards/character-device/libc.ts';
import { openGpioBoard } from '../../../../device/boards/character-device/open-gpio-board.ts';
import { notPermitted } from '../../../../device/boards/character-device/problems.ts';
import { systemClock } from '../../../../device/program/clock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dev-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Root may open every file; so, as root, the call is made as the user nobody. */
function asNobody(call: () => void): () => void {
  if (process.geteuid?.() !== 0) return call;
  return () => {
    process.seteuid?.(65_534);
    try {
      call();
    } finally {
      process.seteuid?.(0);
    }
  };
}

describe('the search for the GPIO chip', () => {
  it('says what to do when there is none', async () => {
    const libc = await loadLibc();
    expect(() => openChip(libc, headerChipLabels, folder)).toThrow(/gpio-chip-missing.*BOARD=simulated/);
  });

  it('passes over files that only look like a chip', async () => {
    const libc = await loadLibc();
    writeFileSync(join(folder, 'gpiochip0'), '');
    expect(() => openChip(libc, ['pinctrl-bcm2711'], folder)).toThrow(/gpio-chip-missing.*pinctrl-bcm2711/);
  });

  it('ends the making of the board with the same sentence', async () => {
    const opening = openGpioBoard({
      chipLabel: 'pinctrl-new',
      model: 'x',
      clock: systemClock,
      onFailure: () => {},
      folder,
    });
    await expect(opening).rejects.toThrow(/gpio-chip-missing.*pinctrl-new/);
  });

  it('says which group is missing when the file may not be opened', async () => {
    const libc = await loadLibc();
    const path = join(folder, 'gpiochip0');
    writeFileSync(path, '');
    chmodSync(path, 0o000);
    chmodSync(folder, 0o755);
    expect(asNobody(() => openChip(libc, headerChipLabels, folder))).toThrow(/gpio-permission/);
  });

  it('names the group that may use the pins, in both languages', () => {
    const { message } = notPermitted('/dev/gpiochip0').problem;
    expect(message.de).toContain('usermod -aG gpio');
    expect(message.en).toContain('usermod -aG gpio');
  });
});

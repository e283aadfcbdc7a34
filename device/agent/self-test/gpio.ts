import { closeSync } from 'node:fs';
import { headerChipLabels, openChip } from '../../boards/character-device/find-chip.ts';
import { loadLibc } from '../../boards/character-device/libc.ts';
import type { SelfTestCheck } from '../../contract/self-test.ts';

/** Opens the board's GPIO chip once more and lets it go again: no pin is asked for, none is driven. */
export async function checkGpio(chipLabel: string | undefined, folder = '/dev'): Promise<SelfTestCheck> {
  try {
    closeSync(openChip(await loadLibc(), chipLabel === undefined ? headerChipLabels : [chipLabel], folder));
    return { name: 'gpio', result: 'ok', value: '' };
  } catch {
    return { name: 'gpio', result: 'failed', value: '' };
  }
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a machine says of itself in its device tree; both empty on one without a device tree. */
export interface Machine {
  /** Such as "Raspberry Pi 4 Model B Rev 1.4"; `undefined` when it has no name. */
  readonly name: string | undefined;
  /** From the most special to the most general: `raspberrypi,4-model-b`, `brcm,bcm2711`. */
  readonly compatible: readonly string[];
}

/** Longest name that a report may carry. */
const maxNameLength = 128;

/** Reads the machine's device tree. */
export function readMachine(folder = '/proc/device-tree'): Machine {
  return {
    name: texts(join(folder, 'model'))[0]?.slice(0, maxNameLength),
    compatible: texts(join(folder, 'compatible')),
  };
}

/** Whether a machine is one of the Raspberry Pis, known or not. */
export function isRaspberryPi({ name, compatible }: Machine): boolean {
  return name?.startsWith('Raspberry Pi') || compatible.some((one) => one.startsWith('raspberrypi,'));
}

/** The texts of a device tree's property: each ends with a zero byte. */
function texts(path: string): string[] {
  try {
    const all = readFileSync(path, 'utf8').split('\0');
    return all.map((text) => text.trim()).filter((text) => text !== '');
  } catch {
    return [];
  }
}

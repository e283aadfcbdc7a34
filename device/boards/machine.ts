import { readFileSync } from 'node:fs';

/** The machine's name as its device tree says, such as "Raspberry Pi 4 Model B Rev 1.4"; `undefined` without a device tree. */
export function machineModel(path = '/proc/device-tree/model'): string | undefined {
  try {
    // The device tree's texts end with a zero byte.
    return readFileSync(path, 'utf8').replaceAll('\0', '').trim().slice(0, 128) || undefined;
  } catch {
    return undefined;
  }
}

/** Whether a model is one of the Raspberry Pis. */
export function isRaspberryPi(model: string | undefined): boolean {
  return model?.startsWith('Raspberry Pi') ?? false;
}

import { closeSync, constants, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Libc, SystemCallError } from './libc.ts';
import { chipMissing, notPermitted } from './problems.ts';
import { chipInfoBytes, decodeChipInfo, ioctls } from './uapi.ts';

/** Labels of the chips that serve the 40-pin header: Pi 0 to 3, Pi 4 and 400, Pi 5 and 500. */
export const headerChipLabels = ['pinctrl-bcm2835', 'pinctrl-bcm2711', 'pinctrl-rp1'] as const;

/**
 * Opens the chip with one of the labels. By label, because the chip's number depends on the kernel: on the Pi 5
 * it moved from 4 to 0.
 *
 * @returns its file descriptor, to be closed by the caller.
 * @throws ProblemError `gpio-chip-missing` or `gpio-permission`.
 */
export function openChip(libc: Libc, labels: readonly string[], folder = '/dev'): number {
  const found: string[] = [];
  let forbidden: string | undefined;
  const names = readdirSync(folder).filter((name) => /^gpiochip\d+$/.test(name));
  for (const name of names.sort()) {
    const path = join(folder, name);
    let fd: number;
    try {
      fd = openSync(path, constants.O_RDWR);
    } catch (error) {
      if (isDenied(error)) forbidden ??= path;
      continue;
    }
    const label = labelOf(libc, fd);
    if (label !== undefined && labels.includes(label)) return fd;
    closeSync(fd);
    if (label !== undefined) found.push(label);
  }
  if (forbidden !== undefined) throw notPermitted(forbidden);
  throw chipMissing(labels, found);
}

/** `undefined` when the file is no GPIO chip. */
function labelOf(libc: Libc, fd: number): string | undefined {
  const bytes = Buffer.alloc(chipInfoBytes);
  try {
    libc.ioctl(fd, ioctls.getChipInfo, bytes);
  } catch (error) {
    if (error instanceof SystemCallError) return undefined;
    throw error;
  }
  return decodeChipInfo(bytes).label;
}

function isDenied(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM');
}

import { readlinkSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { basename } from 'node:path';

/**
 * Lets the calling thread step back behind the rest of its process and machine: a pupil's endless loop must not
 * delay the stop that comes for it. On Linux a priority belongs to a thread (setpriority(2), "C library/kernel
 * differences"), whose id `/proc/thread-self` tells; elsewhere nothing happens.
 */
export function lowerThreadPriority(): void {
  try {
    setPriority(Number(basename(readlinkSync('/proc/thread-self'))), constants.priority.PRIORITY_LOW);
  } catch {
    // No Linux, or no right to: the thread then competes as an equal.
  }
}

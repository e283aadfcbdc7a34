import { readlinkSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { basename } from 'node:path';
import type { Pace } from './vm/pace.ts';

/**
 * Lets the calling thread step back behind the rest of its process and machine: a pupil's endless loop must not
 * delay the stop that comes for it. On Linux a priority belongs to a thread (setpriority(2), "C library/kernel
 * differences"), whose id `/proc/thread-self` tells; elsewhere nothing happens.
 */
function lowerThreadPriority(): void {
  try {
    setPriority(
      Number(basename(readlinkSync('/proc/thread-self'))),
      constants.priority.PRIORITY_BELOW_NORMAL,
    );
  } catch {
    // No Linux, or no right to: the thread then competes as an equal.
  }
}

/** Questions of the engine, one for about 1 ms of work, that a turn must have been asked: one that only had to wait for a processor is no busy one. */
const busyTurn = 3;

/** A pace that lowers the priority of its thread when a program first uses up a turn: those that mostly wait keep theirs. */
export function steppingBack(pace: Pace): Pace {
  let behind = false;
  let asked = 0;
  return {
    begin() {
      asked = 0;
      pace.begin();
    },
    check() {
      asked += 1;
      const verdict = pace.check();
      if (verdict !== 'continue' && asked >= busyTurn && !behind) {
        behind = true;
        lowerThreadPriority();
      }
      return verdict;
    },
    rest: pace.rest,
  };
}

import type { PulseMemory } from './pulse-memory.ts';
import { type LineBits, PulseSchedule } from './pulse-schedule.ts';

/** Time and lines, as the pulsing thread has them; times in ns of one monotonic clock. */
export interface PulseMachine {
  now(): number;
  /** Sleeps until then, to the accuracy of the kernel's timers. */
  sleepUntil(time: number): void;
  set(lines: LineBits): void;
}

/** From here on the thread sleeps by the kernel's timer, which nobody can cut short. */
const exactSleep = 1_500_000;
/** The last bit of a wait is spent looking at the clock, because waking takes about this long. */
const longestSpin = 50_000;
/** The share of the shortest period that may be spent so. */
const spinShare = 0.01;

/**
 * A thread that is always late never sleeps, and where it goes ahead of all others it would leave them nothing: after so
 * long without a rest, it rests for so long.
 */
const longestLate = 5_000_000;
const givenWay = 1_000_000;

/** Lets lines pulse as the memory says, until it says stop. Blocks its thread. */
export function runPulses(memory: PulseMemory, machine: PulseMachine): void {
  const schedule = new PulseSchedule(memory);
  let rested = machine.now();
  while (!memory.stopped) {
    const seen = memory.changes();
    memory.lock.with(() => {
      const lines = schedule.due(machine.now());
      if (lines.mask !== 0) machine.set(lines);
    });
    waitUntil(schedule.next, seen);
  }

  function waitUntil(time: number, seen: number): void {
    const begun = machine.now();
    if (time <= begun) {
      if (begun - rested <= longestLate) return;
      machine.sleepUntil(begun + givenWay);
    } else if (!memory.rest(seen, Math.max(0, (time - begun - exactSleep) / 1e6))) {
      const spin = Math.min(longestSpin, schedule.shortestPeriod * spinShare);
      if (time - machine.now() > spin) machine.sleepUntil(time - spin);
      while (machine.now() < time);
    }
    rested = machine.now();
  }
}

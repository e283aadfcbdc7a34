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

/** Lets lines pulse as the memory says, until it says stop. Blocks its thread. */
export function runPulses(memory: PulseMemory, machine: PulseMachine): void {
  const schedule = new PulseSchedule(memory);
  while (!memory.stopped) {
    const seen = memory.changes();
    memory.lock.with(() => {
      const lines = schedule.due(machine.now());
      if (lines.mask !== 0) machine.set(lines);
    });
    waitUntil(schedule.next, seen);
  }

  function waitUntil(time: number, seen: number): void {
    const coarse = time - machine.now() - exactSleep;
    if (memory.rest(seen, Math.max(0, coarse / 1e6))) return;
    const spin = Math.min(longestSpin, schedule.shortestPeriod * spinShare);
    if (time - machine.now() > spin) machine.sleepUntil(time - spin);
    while (machine.now() < time);
  }
}

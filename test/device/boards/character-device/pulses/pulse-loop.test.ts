import { describe, expect, it } from 'vitest';
import { runPulses } from '../../../../../device/boards/character-device/pulses/pulse-loop.ts';
import { PulseMemory } from '../../../../../device/boards/character-device/pulses/pulse-memory.ts';

const ms = 1_000_000;

/** Lets one line pulse at 1 kHz for so many edges, on a machine that takes so long to set a line; gives its sleeps, ns. */
function sleepsOf(edges: number, setting: number): { sleeps: number[]; elapsed: number } {
  const memory = new PulseMemory();
  memory.begin(0, { period: ms, high: ms / 2 });
  const sleeps: number[] = [];
  let now = 0;
  let set = 0;
  runPulses(memory, {
    // Looking at the clock takes time, too.
    now: () => (now += 100),
    sleepUntil(time) {
      sleeps.push(time - now);
      now = Math.max(now, time);
    },
    set() {
      now += setting;
      set += 1;
      if (set === edges) memory.stop();
    },
  });
  return { sleeps, elapsed: now };
}

describe('the thread that pulses', () => {
  it('sleeps from edge to edge while it is in time', () => {
    const { sleeps } = sleepsOf(40, 20_000);
    expect(sleeps.length).toBeGreaterThanOrEqual(39);
    expect(Math.max(...sleeps)).toBeLessThan(ms / 2);
  });

  it('gives way to others now and then when it is always late', () => {
    const { sleeps, elapsed } = sleepsOf(200, 2 * ms);
    const slept = sleeps.reduce((sum, one) => sum + one, 0);
    expect(slept / elapsed).toBeGreaterThan(0.1);
  });
});

import { describe, expect, it } from 'vitest';
import { createOwnerWatch } from '../../../device/agent/owner-watch.ts';
import { VirtualClock } from '../../../device/program/virtual-clock.ts';

const minute = 60_000_000;

/** Goes through the steps and counts how often the owner was given up. */
function lost(steps: readonly ('online' | 'offline' | 'close' | number)[]): number {
  const clock = new VirtualClock();
  let count = 0;
  const watch = createOwnerWatch(clock, () => {
    count += 1;
  });
  for (const step of steps) {
    if (typeof step === 'number') clock.advance(step * minute);
    else watch[step]();
  }
  return count;
}

describe('the watch over the owner’s absence', () => {
  it.each([
    { story: 'is patient for just under ten minutes', steps: ['offline', 9.99], expected: 0 },
    { story: 'gives up after ten minutes', steps: ['offline', 10], expected: 1 },
    { story: 'gives up once per absence', steps: ['offline', 60], expected: 1 },
    { story: 'forgets an absence that ended', steps: ['offline', 9, 'online', 9], expected: 0 },
    {
      story: 'counts each absence from its beginning',
      steps: ['offline', 9, 'online', 'offline', 9],
      expected: 0,
    },
    {
      story: 'is not put off by failed attempts in between',
      steps: ['offline', 5, 'offline', 5],
      expected: 1,
    },
    {
      story: 'gives up again in a later absence',
      steps: ['offline', 10, 'online', 'offline', 10],
      expected: 2,
    },
    { story: 'rests when closed', steps: ['offline', 'close', 20], expected: 0 },
  ] as const)('$story', ({ steps, expected }) => {
    expect(lost(steps)).toBe(expected);
  });
});

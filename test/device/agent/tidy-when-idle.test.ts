import { describe, expect, it } from 'vitest';
import { tidyWhenIdle } from '../../../device/agent/tidy-when-idle.ts';
import { VirtualClock } from '../../../device/program/virtual-clock.ts';

/** What a process does in intervals of two seconds: its processor time in ms in each, `!` while a program runs. */
function tidiedAt(spells: string): number[] {
  const clock = new VirtualClock();
  const tidied: number[] = [];
  let used = 0;
  let free = true;
  let interval = 0;
  tidyWhenIdle({
    clock,
    processorTime: () => used,
    isFree: () => free,
    tidy: () => {
      tidied.push(interval);
      // It costs something itself.
      used += 500_000;
    },
  });
  for (const spell of spells.split(' ')) {
    interval += 1;
    free = !spell.endsWith('!');
    used += Number.parseInt(spell, 10) * 1000;
    clock.advance(2_000_000);
  }
  return tidied;
}

describe('tidying up', () => {
  it.each([
    { when: 'once the start is over', spells: '5 5 5', at: [1] },
    { when: 'as late as a slow start needs', spells: '1900 1900 1500 20 5 5', at: [4] },
    { when: 'not while there is still something to do', spells: '900 100 100 10', at: [4] },
    { when: 'again after each spell of work', spells: '900 5 5 700 5 5', at: [2, 5] },
    { when: 'not for little things', spells: '900 5 40 150 5 80 5', at: [2] },
    { when: 'never while a program runs, but after it', spells: '5 10! 5! 5! 5 5', at: [1, 5] },
  ])('$when', ({ spells, at }) => {
    expect(tidiedAt(spells)).toEqual(at);
  });
});

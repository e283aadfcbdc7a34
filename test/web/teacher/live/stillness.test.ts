import { describe, expect, it } from 'vitest';
import { Stillness } from '../../../../web/teacher/live/stillness.ts';
import { seat } from '../sample-class.ts';

const minute = 60_000;

describe('the stillness of a seat', () => {
  it('counts whole minutes since something changed there', () => {
    const stillness = new Stillness();
    stillness.see([seat('a'), seat('b')], 0);
    stillness.see([seat('a', { savedAt: 1 }), seat('b')], 3 * minute);
    expect(stillness.minutes('a', 5.5 * minute)).toBe(2);
    expect(stillness.minutes('b', 5.5 * minute)).toBe(5);
  });

  it.each([
    ['a save', { savedAt: 5 }],
    ['a run', { program: { state: 'running', where: 'virtual' } as const }],
    ['a step', { step: 2 }],
    ['a goal', { goals: ['g'] }],
    ['coming back', { connected: false }],
  ])('ends with %s', (_what, change) => {
    const stillness = new Stillness();
    stillness.see([seat('a')], 0);
    stillness.see([seat('a', change)], 6 * minute);
    expect(stillness.minutes('a', 6 * minute)).toBe(0);
  });

  it('does not end with another place in a queue', () => {
    const stillness = new Stillness();
    stillness.see([seat('a')], 0);
    stillness.see([seat('a', { queuePlace: 3 })], 6 * minute);
    expect(stillness.minutes('a', 6 * minute)).toBe(6);
  });

  it('forgets who is gone', () => {
    const stillness = new Stillness();
    stillness.see([seat('a')], 0);
    stillness.see([], minute);
    stillness.see([seat('a')], 2 * minute);
    expect(stillness.minutes('a', 2 * minute)).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { type HoldAction, holdTime, leftOf, longestHold, stepHold } from '../../../server/live/hold.ts';
import { Holds } from '../../../server/live/holds.ts';

const minute = 60_000;

describe('a hold', () => {
  it.each<[string, number | null, HoldAction, number | null]>([
    ['begins for five minutes', null, 'on', holdTime],
    ['stays as it is when it is begun again', 3 * minute, 'on', 3 * minute],
    ['that has ended begins anew', -1, 'on', holdTime],
    ['gets five minutes more', 3 * minute, 'longer', 8 * minute],
    ['never lasts longer than half an hour', 29 * minute, 'longer', longestHold],
    ['that has just ended begins again with “longer”', 0, 'longer', holdTime],
    ['that never was begins with “longer”', null, 'longer', holdTime],
    ['ends when it is ended', 3 * minute, 'off', null],
    ['that is not there can be ended', null, 'off', null],
  ])('%s', (_, left, action, expected) => {
    const now = 1_000_000;
    const until = stepHold(left === null ? null : now + left, action, now);
    expect(leftOf(until, now)).toBe(expected);
  });
});

/** A clock that stands until it is moved on. */
class StandingClock {
  #now = 0;
  readonly #due = new Map<object, { at: number; callback: () => void }>();

  readonly now = () => this.#now;

  readonly after = (ms: number, callback: () => void) => {
    const key = {};
    this.#due.set(key, { at: this.#now + ms, callback });
    return () => void this.#due.delete(key);
  };

  move(ms: number): void {
    this.#now += ms;
    for (const [key, { at, callback }] of this.#due) {
      if (at > this.#now || !this.#due.delete(key)) continue;
      callback();
    }
  }
}

describe('the holds of a class', () => {
  function open() {
    const clock = new StandingClock();
    const ended: string[] = [];
    return { clock, ended, holds: new Holds(clock, (classId) => ended.push(classId)) };
  }

  it('end by themselves, each in its own time', () => {
    const { clock, ended, holds } = open();
    holds.set('7b', 'eyes-up', 'on');
    clock.move(2 * minute);
    expect(holds.set('7b', 'programs-off', 'on')).toEqual({
      eyesUpMs: 3 * minute,
      programsOffMs: 5 * minute,
    });
    clock.move(3 * minute);
    expect(ended).toEqual(['7b']);
    expect(holds.view('7b')).toEqual({ eyesUpMs: null, programsOffMs: 2 * minute });
    clock.move(2 * minute);
    expect(ended).toEqual(['7b', '7b']);
    expect(holds.view('7b')).toEqual({ eyesUpMs: null, programsOffMs: null });
  });

  it('are told once when both end together', () => {
    const { clock, ended, holds } = open();
    holds.set('7b', 'eyes-up', 'on');
    holds.set('7b', 'programs-off', 'on');
    clock.move(holdTime);
    expect(ended).toEqual(['7b']);
  });

  it('last longer when the teacher says so, and end when they end them', () => {
    const { clock, ended, holds } = open();
    holds.set('7b', 'eyes-up', 'on');
    holds.set('7b', 'eyes-up', 'longer');
    clock.move(9 * minute);
    expect(holds.view('7b').eyesUpMs).toBe(minute);
    holds.set('7b', 'eyes-up', 'off');
    clock.move(longestHold);
    expect(ended).toEqual([]);
  });

  it('are those of one class only, and go with it', () => {
    const { clock, ended, holds } = open();
    holds.set('7b', 'eyes-up', 'on');
    expect(holds.view('8a')).toEqual({ eyesUpMs: null, programsOffMs: null });
    holds.forget('7b');
    clock.move(longestHold);
    expect(ended).toEqual([]);
    expect(holds.view('7b')).toEqual({ eyesUpMs: null, programsOffMs: null });
  });
});

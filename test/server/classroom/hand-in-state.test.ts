import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../device/contract/problem.ts';
import {
  type HandIn,
  type HandInDeed,
  handInView,
  stepHandIn,
  untouched,
} from '../../../server/classroom/hand-in-state.ts';

const first: HandInDeed = { type: 'hand-in', blocks: '{"a":1}', at: 10 };
const again: HandInDeed = { type: 'hand-in', blocks: '{"a":2}', at: 20 };
const takeBack: HandInDeed = { type: 'take-back' };
const giveBack: HandInDeed = { type: 'return', comment: 'Schön!', badge: 'star', at: 30 };
const reopen: HandInDeed = { type: 'reopen' };

const after = (...deeds: HandInDeed[]): HandIn => deeds.reduce(stepHandIn, untouched);
const handedIn = after(first);
const returned = after(first, giveBack);
const reopened = after(first, giveBack, reopen);

describe('handing in', () => {
  it.each<[string, HandIn, HandInDeed, Partial<HandIn> | string]>([
    ['open, hand in', untouched, first, { state: 'handed-in', blocks: '{"a":1}', handedInAt: 10 }],
    ['open, take back', untouched, takeBack, { state: 'open', blocks: null }],
    ['open, return', untouched, giveBack, 'nothing-handed-in'],
    ['open, reopen', untouched, reopen, 'never-handed-in'],

    ['handed in, hand in again', handedIn, again, { state: 'handed-in', blocks: '{"a":2}', handedInAt: 20 }],
    ['handed in, take back', handedIn, takeBack, { state: 'open', blocks: null, handedInAt: null }],
    ['handed in, return', handedIn, giveBack, { state: 'returned', comment: 'Schön!', badge: 'star' }],
    ['handed in, reopen', handedIn, reopen, { state: 'open', blocks: '{"a":1}' }],

    ['returned, hand in again', returned, again, { state: 'handed-in', comment: 'Schön!', badge: 'star' }],
    ['returned, take back', returned, takeBack, 'work-returned'],
    [
      'returned, return anew',
      returned,
      { ...giveBack, comment: '', badge: null },
      { state: 'returned', comment: null, badge: null },
    ],
    ['returned, reopen', returned, reopen, { state: 'open', comment: 'Schön!', badge: 'star' }],

    ['reopened, hand in', reopened, again, { state: 'handed-in', blocks: '{"a":2}', badge: 'star' }],
    ['reopened, take back', reopened, takeBack, { state: 'open', blocks: '{"a":1}' }],
    ['reopened, return', reopened, giveBack, 'nothing-handed-in'],
    ['reopened, reopen', reopened, reopen, { state: 'open', badge: 'star' }],
  ])('%s', (_, before, deed, expected) => {
    if (typeof expected === 'string') {
      expect(() => stepHandIn(before, deed)).toThrow(ProblemError);
      expect(() => stepHandIn(before, deed)).toThrow(expected);
    } else expect(stepHandIn(before, deed)).toMatchObject(expected);
  });

  it('tells pages when it was handed in, and nothing of the work', () => {
    expect(handInView(untouched)).toEqual({ state: 'open', comment: null, badge: null });
    expect(handInView(returned)).toEqual({
      state: 'returned',
      comment: 'Schön!',
      badge: 'star',
      handedInAt: 10,
    });
  });
});

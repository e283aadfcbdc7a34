import { describe, expect, it } from 'vitest';
import type { LessonProgress } from '../../../server/live/contract/live.ts';
import { mergeProgress, sameProgress } from '../../../server/live/contract/merge-progress.ts';

const nothing: LessonProgress = {
  lessonId: 'blink',
  step: 0,
  furthest: 0,
  goals: [],
  quizzes: [],
  left: [],
  celebrated: [],
  finished: false,
};
const much: LessonProgress = {
  ...nothing,
  step: 3,
  furthest: 4,
  goals: ['a', 'b'],
  quizzes: ['q'],
  left: [0, 1],
  celebrated: [0],
  finished: true,
};

describe('joining progress', () => {
  it.each<[string, LessonProgress | null, LessonProgress, Partial<LessonProgress>]>([
    ['takes what comes when there was nothing', null, much, much],
    ['keeps what was reached when less is told', much, nothing, { ...much, step: 0 }],
    ['adds goals', much, { ...much, goals: ['c'] }, { goals: ['a', 'b', 'c'] }],
    ['opens the step that was told last', much, { ...nothing, step: 2 }, { step: 2, furthest: 4 }],
    [
      'keeps the step that the teacher sent against who has not heard of it',
      { ...much, step: 3, sent: 2 },
      { ...nothing, step: 1, sent: 1 },
      { step: 3, sent: 2 },
    ],
    [
      'takes the step of who has heard of more',
      { ...much, step: 3, sent: 1 },
      { ...nothing, step: 0, sent: 2 },
      { step: 0, furthest: 4, sent: 2 },
    ],
    [
      'goes where the page goes that has heard of all',
      { ...much, step: 3, sent: 1 },
      { ...nothing, step: 1, sent: 1 },
      { step: 1, sent: 1 },
    ],
    [
      'counts nothing of another lesson',
      much,
      { ...nothing, lessonId: 'alarm' },
      { goals: [], finished: false },
    ],
  ])('%s', (_, earlier, later, expected) => expect(mergeProgress(earlier, later)).toMatchObject(expected));

  it('comes to the same in whatever order pages tell, but for the open step', () => {
    const other = { ...nothing, goals: ['z'], left: [5] };
    const one = mergeProgress(much, other);
    expect(sameProgress(one, { ...mergeProgress(other, much), step: one.step })).toBe(true);
  });

  it('does not grow without end, and what was there stays', () => {
    const flood = { ...nothing, goals: Array.from({ length: 200 }, (_, at) => `made up ${at}`) };
    const { goals } = mergeProgress(much, flood);
    expect(goals).toHaveLength(200);
    expect(goals.slice(0, 2)).toEqual(['a', 'b']);
  });
});

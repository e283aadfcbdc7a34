import { describe, expect, it } from 'vitest';
import type { LessonStep, StepPiece } from '../../../lessons/format/lesson-view.ts';
import type { LessonView } from '../../../server/api/contract/endpoints.ts';
import {
  beginning,
  celebrate,
  goTo,
  isDone,
  isFinished,
  offeredBlocks,
  openStep,
  quizzesOf,
} from '../../../web/pupil/steps-progress.ts';

const answer = (right: boolean) => ({ html: '', right, feedbackHtml: null });
const quiz: StepPiece = {
  kind: 'quiz',
  quiz: { questionHtml: '?', answers: [answer(false), answer(true)] },
};
const step = (more: Partial<LessonStep>, toolbox: string[] = []): LessonStep => ({
  title: '',
  caption: [],
  hint: [],
  goals: [],
  toolbox,
  ...more,
});
const goal = (id: string) => ({ id, html: id, tipHtml: null });

/** Reading, one goal, a goal with a question, reading. */
const steps = [
  step({}, ['start']),
  step({ goals: [goal('on')] }, ['start']),
  step({ goals: [goal('blinks')], caption: [quiz] }, ['start', 'loop']),
  step({}, ['start', 'loop', 'buzzer']),
];
const lesson = { steps, toolbox: ['start', 'loop', 'buzzer'] } as unknown as LessonView;
const key = quizzesOf(steps[2]!, 2)[0]!.key;

describe('a pupil’s way through a lesson', () => {
  it('ends a step without tasks by leaving it, not by looking at it', () => {
    expect(isDone(lesson, 0, goTo(beginning, 1))).toBe(false);
    expect(isDone(lesson, 0, goTo(beginning, 1, true))).toBe(true);
  });

  it('ends a step with tasks when all of them are done, however often it was left', () => {
    const left = goTo({ ...beginning, step: 2 }, 3, true);
    expect(isDone(lesson, 2, left)).toBe(false);
    expect(isDone(lesson, 2, { ...left, goals: ['blinks'] })).toBe(false);
    expect(isDone(lesson, 2, { ...left, goals: ['blinks'], quizzes: [key] })).toBe(true);
  });

  it('celebrates the open step once', () => {
    const on = { ...beginning, step: 1, goals: ['on'] };
    const first = celebrate(lesson, on);
    expect(first.what).toBe('step');
    expect(celebrate(lesson, first.progress).what).toBeNull();
  });

  it('does not celebrate what another step’s goal or reading alone has brought', () => {
    expect(celebrate(lesson, { ...beginning, step: 0, goals: ['on'] }).what).toBeNull();
    expect(celebrate(lesson, goTo(beginning, 1, true)).what).toBeNull();
  });

  it('celebrates the whole lesson once, when its tasks are done and its last step is left', () => {
    const tasks = { ...beginning, step: 3, goals: ['on', 'blinks'], quizzes: [key] };
    expect(isFinished(lesson, tasks)).toBe(false);
    const end = celebrate(lesson, goTo(tasks, 3, true));
    expect(end.what).toBe('lesson');
    expect(celebrate(lesson, end.progress).what).toBeNull();
  });

  it('offers the blocks of the furthest step, also after going back', () => {
    expect(offeredBlocks(lesson, beginning)).toEqual(['start']);
    expect(offeredBlocks(lesson, goTo(goTo(beginning, 2), 0))).toEqual(['start', 'loop']);
  });

  it('goes on in a lesson that became shorter', () => {
    const short = { ...lesson, steps: steps.slice(0, 2) };
    const far = goTo({ ...beginning, goals: ['on', 'gone'] }, 3);
    expect(openStep(short, far)).toBe(1);
    expect(offeredBlocks(short, far)).toEqual(['start']);
    expect(isDone(short, 1, far)).toBe(true);
  });

  it('asks a question again that has changed', () => {
    const changed = step({
      caption: [{ kind: 'quiz', quiz: { questionHtml: '?', answers: [answer(true), answer(false)] } }],
    });
    expect(quizzesOf(changed, 2)[0]?.key).not.toBe(key);
  });
});

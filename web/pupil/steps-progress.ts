import type { LessonStep, Quiz } from '../../lessons/format/lesson-view.ts';
import type { LessonView } from '../../server/api/contract/endpoints.ts';

/** How far a pupil is in a lesson. What a changed lesson no longer has does no harm. */
export interface Progress {
  /** The step that is open, from 0. */
  readonly step: number;
  /** The furthest step that was ever open. */
  readonly furthest: number;
  /** Ids of the goals that were reached. */
  readonly goals: readonly string[];
  /** Keys of the quizzes that were answered right. */
  readonly quizzes: readonly string[];
  /** Steps that were left by “next”. */
  readonly left: readonly number[];
  /** Steps whose end was celebrated. */
  readonly celebrated: readonly number[];
  /** The end of the lesson was celebrated. */
  readonly finished: boolean;
  /** How many steps the teacher has sent, as far as this page has heard. */
  readonly sent?: number;
}

export const beginning: Progress = {
  step: 0,
  furthest: 0,
  goals: [],
  quizzes: [],
  left: [],
  celebrated: [],
  finished: false,
};

/** A step's quizzes with their keys, which are the same in every language and change with the quiz. */
export function quizzesOf(step: LessonStep, index: number): { key: string; quiz: Quiz }[] {
  return [...step.caption, ...step.hint]
    .flatMap((piece) => (piece.kind === 'quiz' ? [piece.quiz] : []))
    .map((quiz, place) => ({
      key: `${index}.${place}:${quiz.answers.map(({ right }) => (right ? 1 : 0)).join('')}`,
      quiz,
    }));
}

/** Whether a step asks for anything. */
export function hasTasks(step: LessonStep): boolean {
  return step.goals.length > 0 || quizzesOf(step, 0).length > 0;
}

/** A step is done when its goals are reached and its quizzes answered; one without either, when it was left. */
export function isDone(lesson: LessonView, index: number, progress: Progress): boolean {
  const step = lesson.steps[index];
  if (!step) return false;
  if (!hasTasks(step)) return progress.left.includes(index);
  return (
    step.goals.every(({ id }) => progress.goals.includes(id)) &&
    quizzesOf(step, index).every(({ key }) => progress.quizzes.includes(key))
  );
}

/** Whether every step with something to do is done, and the last one too. */
export function isFinished(lesson: LessonView, progress: Progress): boolean {
  const last = lesson.steps.length - 1;
  return lesson.steps.every((step, index) =>
    index === last || hasTasks(step) ? isDone(lesson, index, progress) : true,
  );
}

/** The step that is open; a changed lesson may have fewer. */
export function openStep(lesson: LessonView, progress: Progress): number {
  return Math.min(progress.step, lesson.steps.length - 1);
}

/** What the toolbox offers: that of the furthest step, because going back takes no block away. */
export function offeredBlocks(lesson: LessonView, progress: Progress): readonly string[] {
  return lesson.steps[Math.min(progress.furthest, lesson.steps.length - 1)]?.toolbox ?? lesson.toolbox;
}

/** Opens a step. `leaving`: the present one was left by “next”. */
export function goTo(progress: Progress, step: number, leaving = false): Progress {
  return {
    ...progress,
    step,
    furthest: Math.max(progress.furthest, step),
    left: leaving ? withOne(progress.left, progress.step) : progress.left,
  };
}

/** What is new to celebrate, and the progress in which it was. Of steps only the open one counts. */
export function celebrate(
  lesson: LessonView,
  progress: Progress,
): { progress: Progress; what: 'step' | 'lesson' | null } {
  const open = openStep(lesson, progress);
  const fresh = lesson.steps
    .map((_step, index) => index)
    .filter((index) => !progress.celebrated.includes(index) && isDone(lesson, index, progress));
  const whole = !progress.finished && isFinished(lesson, progress);
  if (fresh.length === 0 && !whole) return { progress, what: null };
  const step = lesson.steps[open];
  const shown = step && hasTasks(step) && fresh.includes(open);
  return {
    progress: {
      ...progress,
      celebrated: [...progress.celebrated, ...fresh],
      finished: progress.finished || whole,
    },
    what: whole ? 'lesson' : shown ? 'step' : null,
  };
}

/** A list with one more, if it is new. */
export function withOne<Item>(list: readonly Item[], item: Item): readonly Item[] {
  return list.includes(item) ? list : [...list, item];
}

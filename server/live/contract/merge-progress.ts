import type { LessonProgress } from './live.ts';

/**
 * Joins what two pages reached in one lesson: what was reached stays reached. The open step is that of `later`, unless
 * `later` has not heard yet of a step that the teacher sent.
 *
 * Progress in another lesson than `later`'s counts for nothing.
 */
export function mergeProgress(earlier: LessonProgress | null, later: LessonProgress): LessonProgress {
  if (!earlier || earlier.lessonId !== later.lessonId) return later;
  const [heard, hears] = [earlier.sent ?? 0, later.sent ?? 0];
  return {
    lessonId: later.lessonId,
    step: heard > hears ? earlier.step : later.step,
    furthest: Math.max(earlier.furthest, later.furthest),
    goals: both(earlier.goals, later.goals, 200),
    quizzes: both(earlier.quizzes, later.quizzes, 200),
    left: both(earlier.left, later.left, 101),
    celebrated: both(earlier.celebrated, later.celebrated, 101),
    finished: earlier.finished || later.finished,
    ...(heard > 0 || hears > 0 ? { sent: Math.max(heard, hears) } : {}),
  };
}

/** Whether both say the same, in whatever order. */
export function sameProgress(one: LessonProgress | null, other: LessonProgress | null): boolean {
  if (!one || !other) return one === other;
  const lists = ['goals', 'quizzes', 'left', 'celebrated'] as const;
  return (
    one.lessonId === other.lessonId &&
    one.step === other.step &&
    one.furthest === other.furthest &&
    one.finished === other.finished &&
    (one.sent ?? 0) === (other.sent ?? 0) &&
    lists.every((list) => {
      const others = new Set<unknown>(other[list]);
      return others.size === new Set<unknown>(one[list]).size && one[list].every((item) => others.has(item));
    })
  );
}

/** At most as many as the contract takes: who sends made-up ids cannot push out what was there. */
function both<Item>(earlier: readonly Item[], later: readonly Item[], most: number): Item[] {
  return [...new Set([...earlier, ...later])].slice(0, most);
}

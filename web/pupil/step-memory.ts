import * as z from 'zod/mini';
import { progressKey as key, type Place } from './progress-place.ts';
import { browserStorage } from './seat-store.ts';
import { beginning, type Progress } from './steps-progress.ts';

const texts = z.array(z.string().check(z.maxLength(100))).check(z.maxLength(200));
const step = z.int().check(z.nonnegative());
const steps = z.array(step).check(z.maxLength(200));
const progressSchema = z.object({
  step,
  furthest: step,
  goals: texts,
  quizzes: texts,
  left: steps,
  celebrated: steps,
  finished: z.boolean(),
  sent: z.optional(step),
  lessonId: z.optional(z.string()),
});

/** How far somebody was, and in which lesson; left out: that was not kept. */
export type RememberedProgress = Progress & { readonly lessonId?: string };

/** How far this browser was at a seat. */
export function rememberedProgress(seat: Place): RememberedProgress {
  try {
    const found = progressSchema.safeParse(JSON.parse(browserStorage()?.getItem(key(seat)) ?? 'null'));
    return found.data ?? beginning;
  } catch {
    return beginning;
  }
}

/** Keeps it for the next time. What another tab has reached since in this lesson stays reached. */
export function rememberProgress(seat: Place, progress: Progress, lessonId: string): void {
  const kept = rememberedProgress(seat);
  const other = kept.lessonId === undefined || kept.lessonId === lessonId ? kept : beginning;
  const both = <Item>(own: readonly Item[], others: readonly Item[]) => [...new Set([...own, ...others])];
  const next: RememberedProgress = {
    ...progress,
    lessonId,
    goals: both(progress.goals, other.goals),
    quizzes: both(progress.quizzes, other.quizzes),
    left: both(progress.left, other.left),
    celebrated: both(progress.celebrated, other.celebrated),
  };
  try {
    browserStorage()?.setItem(key(seat), JSON.stringify(next));
  } catch {
    // A browser without room for it begins anew after a reload.
  }
}

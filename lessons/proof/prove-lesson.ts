/** Proving loads the whole of Blockly: it is for tools and tests, never for the server or the page. */
import type { LessonProblem } from '../format/lesson-problem.ts';
import type { Lesson } from '../format/lesson-view.ts';
import { checkBuilding } from './check-building.ts';
import { checkPrograms } from './check-programs.ts';
import { checkSteps } from './check-steps.ts';

/**
 * Proves a lesson that the loader took: its solution reaches every goal, its starter none, its wrong programs miss what
 * they have to miss, all in virtual time; its pictures load in the real Blockly and are at hand in their step; both
 * languages ask the same; its circuit can be built. Takes a few hundred milliseconds; needs no network.
 *
 * @returns what is wrong; nothing when the lesson is proven.
 */
export async function proveLesson(lesson: Lesson): Promise<LessonProblem[]> {
  return [...checkBuilding(lesson), ...(await checkSteps(lesson)), ...(await checkPrograms(lesson))];
}

import { type Problem, ProblemError } from '../../device/contract/problem.ts';
import type { Wiring } from '../../device/contract/wiring.ts';
import type { Circuit } from '../../lessons/circuit/circuit.ts';
import { layoutCircuit } from '../../lessons/circuit/layout-circuit.ts';
import { type Material, materialsOf } from '../../lessons/circuit/materials.ts';
import { partsInUse } from '../../lessons/circuit/parts-in-use.ts';
import type { LessonNotes, LessonView } from '../../server/api/contract/endpoints.ts';
import { call } from '../client/api.ts';
import type { Language } from '../locales/locale.ts';
import { problemOf } from '../ui/problem-text.ts';

/** A lesson with what its sheets show. */
export interface PrintedLesson {
  readonly lesson: LessonView;
  /** `null` where nobody is signed in. */
  readonly notes: LessonNotes | null;
  /** The parts that the lesson speaks of. */
  readonly wiring: Wiring;
  /** `null` where nothing is wired. */
  readonly circuit: Circuit | null;
  readonly materials: readonly Material[];
}

/** Loads a lesson for its sheets; notes only for those who are signed in. @throws ProblemError */
export async function loadPrintedLesson(
  lessonId: string,
  language: Language,
  withNotes: boolean,
): Promise<PrintedLesson> {
  const lesson = await call('lesson', { language, lessonId }, {});
  const notes = withNotes ? await loadNotes(lessonId, language) : null;
  const wiring = partsInUse(lesson.wiring, [lesson.starter, lesson.steps, lesson.goals]);
  const rows = Object.fromEntries(
    Object.entries(lesson.circuit).filter(([id]) => wiring.parts.some((part) => part.id === id)),
  );
  return {
    lesson,
    notes,
    wiring,
    circuit: wiring.parts.length > 0 ? layoutCircuit(wiring, rows, lesson.wiring) : null,
    materials: materialsOf(wiring, rows),
  };
}

/** Whether a problem is only that nobody is signed in. */
export function needsSignIn(problem: Problem): boolean {
  return problem.code === 'sign-in-needed';
}

async function loadNotes(lessonId: string, language: Language): Promise<LessonNotes | null> {
  try {
    return await call('lessonNotes', { language, lessonId }, {});
  } catch (thrown) {
    const problem = problemOf(thrown);
    if (needsSignIn(problem)) return null;
    throw new ProblemError(problem);
  }
}

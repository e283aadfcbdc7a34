import { type LessonProblem, lessonProblem } from './lesson-problem.ts';
import type { LessonFile } from './lesson-schema.ts';
import type { LocatedDocument } from './located-document.ts';

/** The block types that the toolbox offers in each step: those of the steps before, and what comes new. */
export function toolboxOfSteps(toolbox: LessonFile['toolbox'], steps: number): string[][] {
  const offered = new Set<string>(Array.isArray(toolbox) ? toolbox : []);
  return Array.from({ length: steps }, (_, index) => {
    const fresh = Array.isArray(toolbox) ? [] : (toolbox[String(index + 1)] ?? []);
    for (const type of fresh) offered.add(type);
    return [...offered];
  });
}

/** Every block type that the toolbox offers in any step. */
export function wholeToolbox(toolbox: LessonFile['toolbox']): string[] {
  return [...new Set<string>(Array.isArray(toolbox) ? toolbox : Object.values(toolbox).flat())];
}

/** What is wrong with a toolbox by steps: steps that there are not, a first step without blocks. */
export function toolboxProblems(
  document: LocatedDocument,
  toolbox: LessonFile['toolbox'],
  steps: number,
): LessonProblem[] {
  if (Array.isArray(toolbox)) return [];
  const { file } = document;
  const beyond = Object.keys(toolbox)
    .filter((step) => Number(step) > steps)
    .map((step) =>
      lessonProblem(
        { file, line: document.lineOf(['toolbox', step]) },
        'lesson-toolbox-step',
        `toolbox nennt Schritt ${step}, aber die Stunde hat nur ${steps}. Nehmen Sie einen früheren Schritt.`,
        `toolbox names step ${step}, but the lesson has only ${steps}. Take an earlier step.`,
      ),
    );
  if (toolbox['1']) return beyond;
  const empty = lessonProblem(
    { file, line: document.lineOf(['toolbox']) },
    'lesson-toolbox-empty',
    'Im ersten Schritt ist der Werkzeugkasten leer. Ergänzen Sie unter toolbox die 1.',
    'In the first step the toolbox is empty. Add the 1 under toolbox.',
  );
  return [...beyond, empty];
}

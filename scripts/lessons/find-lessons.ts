import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Lesson, loadLessons } from '../../lessons/format/index.ts';
import type { LessonProblem } from '../../lessons/format/lesson-problem.ts';
import { LessonsError } from './lessons-error.ts';

/** One folder of the catalogue, with what the loader made of it. */
export interface FoundLesson {
  readonly folder: string;
  /** `null` when the loader did not take it. */
  readonly lesson: Lesson | null;
  readonly problems: readonly LessonProblem[];
}

/**
 * The lessons of a catalogue, in its order.
 *
 * @param asked ids, folder names, or folder names without their number; none: all of them.
 * @throws LessonsError when the folder or one that was asked for is not there.
 */
export function findLessons(catalog: string, asked: readonly string[]): FoundLesson[] {
  if (!existsSync(catalog)) throw new LessonsError(`There is no folder ${catalog}.`);
  const { lessons, problems } = loadLessons(catalog);
  const found = foldersOf(catalog).map(
    (folder): FoundLesson => ({
      folder,
      lesson: lessons.find((lesson) => lesson.folder === folder) ?? null,
      problems: problems.filter(({ file }) => file === folder || file.startsWith(`${folder}/`)),
    }),
  );
  if (asked.length === 0) return found;
  return asked.map((name) => {
    const one = found.find((candidate) => isMeant(candidate, name));
    if (one) return one;
    const known = found.map(({ folder, lesson }) => lesson?.id ?? folder).join(', ');
    throw new LessonsError(`There is no lesson “${name}” in ${catalog}. There are: ${known}.`);
  });
}

/** Folders that are to be lessons: all that are not empty and not hidden. */
function foldersOf(catalog: string): string[] {
  return readdirSync(catalog, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .filter((name) => readdirSync(join(catalog, name)).length > 0)
    .sort();
}

function isMeant({ folder, lesson }: FoundLesson, name: string): boolean {
  return lesson?.id === name || folder === name || folder.replace(/^\d+-/, '') === name;
}

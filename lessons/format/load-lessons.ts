import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LessonProblem } from './lesson-problem.ts';
import { lessonProblem } from './lesson-problem.ts';
import type { Lesson } from './lesson-view.ts';
import { loadLesson } from './load-lesson.ts';

/** What marks a folder as a lesson's. */
const lessonFiles = ['lesson.yml', 'lesson.de.md', 'lesson.en.md'];

/**
 * Loads every lesson of a catalogue, in the order of its folders' names. A lesson with mistakes is left out; the
 * others are not touched by it.
 *
 * @param folder holds one folder per lesson, as docs/lesson-format.md describes it; what has neither `lesson.yml` nor a
 *   lesson's text is passed over.
 */
export function loadLessons(folder: string): { lessons: Lesson[]; problems: LessonProblem[] } {
  const lessons = new Map<string, Lesson>();
  const problems: LessonProblem[] = [];
  for (const name of lessonFolders(folder)) {
    const { lesson, problems: found } = loadLesson(folder, name);
    problems.push(...found);
    if (!lesson) continue;
    const owner = lessons.get(lesson.id);
    if (owner) problems.push(idTaken(name, lesson.id, owner.folder));
    else lessons.set(lesson.id, lesson);
  }
  return { lessons: [...lessons.values()], problems };
}

function lessonFolders(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .filter((name) => readdirSync(join(folder, name)).some((file) => lessonFiles.includes(file)))
    .sort();
}

function idTaken(folder: string, id: string, owner: string): LessonProblem {
  return lessonProblem(
    { file: `${folder}/lesson.yml`, line: null },
    'lesson-id-taken',
    `Die id „${id}“ hat schon ${owner}/lesson.yml. Geben Sie dieser Stunde eine eigene.`,
    `The id “${id}” is taken by ${owner}/lesson.yml already. Give this lesson its own.`,
  );
}

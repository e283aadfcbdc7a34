import { join } from 'node:path';
import { readArguments } from './arguments.ts';
import { createLesson } from './create-lesson.ts';

/** `npm run lessons -- new NAME`: begins a lesson, and says what comes next. */
export async function begin(args: string[]): Promise<number> {
  const { positionals, catalog } = readArguments(args, {});
  const title = positionals.join(' ').replace(/\s+/g, ' ').trim();
  const { id, folder } = createLesson(catalog, title);
  console.log(`${join(catalog, folder)} is there, small and complete. Next:

  npm run lessons -- preview ${id}    look at it in the pupils' page; it follows each change of the files
  npm run lessons -- check ${id}      prove it

Change lesson.yml first (parts, toolbox, goals), then the texts lesson.de.md and lesson.en.md, then
solution.json, starter.json and the wrong programs in check.yml, last teacher.de.md and teacher.en.md.
docs/lesson-format.md and docs/goals.md say what goes where.`);
  return 0;
}

import { resolve } from 'node:path';
import { ensurePage } from '../setup/page.ts';
import { readArguments } from './arguments.ts';
import { findLessons } from './find-lessons.ts';
import { LessonsError } from './lessons-error.ts';
import { printSheets } from './print-sheets.ts';

/** `npm run lessons -- print [ID…] [--out FOLDER]`: each sheet in both languages, as PDF. */
export async function print(args: string[]): Promise<number> {
  const { values, positionals, catalog } = readArguments(args, {
    out: { type: 'string', default: 'sheets' },
  });
  const found = findLessons(catalog, positionals);
  const broken = found.filter(({ lesson }) => !lesson);
  for (const { problems } of broken) for (const { message } of problems) console.error(message.en);
  const lessonIds = found.flatMap(({ lesson }) => (lesson ? [lesson.id] : []));
  if (lessonIds.length === 0) throw new LessonsError('There is no lesson to print.');
  ensurePage();
  await printSheets({
    catalog,
    lessonIds,
    folder: resolve(values.out),
    onPrinted: (file) => console.log(file),
  });
  return broken.length === 0 ? 0 : 1;
}

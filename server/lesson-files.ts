import type { Logger } from 'pino';
import { loadLessons } from '../lessons/format/index.ts';
import type { LessonCatalog } from './classroom/lesson-catalog.ts';

/** Reads the lessons of a folder; a lesson with mistakes is logged and left out, the others stay usable. */
export function readLessonFiles(folder: string, logger: Logger): LessonCatalog {
  const { lessons, problems } = loadLessons(folder);
  for (const { message, detail } of problems) logger.error({ detail }, message.en);
  return lessons;
}

/** Lessons as files: their schema, their loader and what it gives. */
export { readBlocks } from './block-notation.ts';
export { checkJsonSchema, lessonJsonSchema, publishedFiles } from './json-schemas.ts';
export { lessonFileSchema } from './lesson-schema.ts';
export type { Lesson, LessonSummary, LessonView, SavedBlocks } from './lesson-view.ts';
export { loadLessons } from './load-lessons.ts';

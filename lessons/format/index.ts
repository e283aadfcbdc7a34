/** Lessons as files: their schema, their loader and what it gives. */
export { lessonFileSchema, lessonJsonSchema } from './lesson-schema.ts';
export type {
  Lesson,
  LessonNotes,
  LessonSummary,
  LessonView,
  SavedBlocks,
} from './lesson-view.ts';
export { loadLessons } from './load-lessons.ts';

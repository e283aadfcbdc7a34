/** Lessons as files: their schema, their loader and what it gives. */
export type { LessonProblem } from './lesson-problem.ts';
export { type LessonFile, lessonFileSchema, lessonJsonSchema } from './lesson-schema.ts';
export {
  type Lesson,
  type LessonLanguage,
  type LessonStep,
  type LessonView,
  lessonLanguages,
  type SavedBlocks,
} from './lesson-view.ts';
export { loadLessons } from './load-lessons.ts';

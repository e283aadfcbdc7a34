/** Lessons as files: their schema, their loader and what it gives. */
export {
  NotationError,
  type ReadBlocks,
  readBlocks,
  readBlocksWithLines,
  writeBlocks,
} from './block-notation.ts';
export { type LessonCheck, lessonCheckSchema } from './check-schema.ts';
export { checkJsonSchema, lessonJsonSchema, publishedFiles } from './json-schemas.ts';
export type { LessonProblem } from './lesson-problem.ts';
export { type LessonFile, lessonFileSchema } from './lesson-schema.ts';
export {
  type Lesson,
  type LessonLanguage,
  type LessonNotes,
  type LessonStep,
  type LessonSummary,
  type LessonView,
  lessonLanguages,
  type Quiz,
  type SavedBlocks,
  type StepGoal,
  type StepPiece,
} from './lesson-view.ts';
export { loadLesson } from './load-lesson.ts';
export { loadLessons } from './load-lessons.ts';
export { pictureName } from './markdown.ts';

/** The languages of a lesson; each lesson has both. */
export const lessonLanguages = ['de', 'en'] as const;
export type LessonLanguage = (typeof lessonLanguages)[number];

import type { LessonSummary } from '../../server/api/contract/endpoints.ts';

/** What a teacher looks for. */
export interface LessonFilter {
  /** Parts of words of title and summary; all of them have to be there. */
  readonly words: string;
  /** Null: any. */
  readonly level: number | null;
}

/** Nothing is looked for: every lesson fits. */
export const everyLesson: LessonFilter = { words: '', level: null };

/** The lessons that fit, in their order. */
export function filterLessons(
  lessons: readonly LessonSummary[],
  { words, level }: LessonFilter,
): readonly LessonSummary[] {
  const parts = plain(words).split(/\s+/).filter(Boolean);
  return lessons.filter((lesson) => {
    const text = plain(`${lesson.title} ${lesson.summary}`);
    return (level === null || lesson.level === level) && parts.every((part) => text.includes(part));
  });
}

/** The levels that there are, the easiest first. */
export function levelsOf(lessons: readonly LessonSummary[]): readonly number[] {
  return [...new Set(lessons.map(({ level }) => level))].toSorted((a, b) => a - b);
}

/** Without case, and without the marks of letters: who types “tur” finds „Tür“. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

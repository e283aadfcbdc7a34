import { describe, expect, it } from 'vitest';
import type { LessonSummary } from '../../../server/api/contract/endpoints.ts';
import { everyLesson, filterLessons, levelsOf } from '../../../web/teacher/lesson-filter.ts';

const lesson = (id: string, title: string, summary: string, level: number): LessonSummary => ({
  id,
  title,
  summary,
  level,
  minutes: 45,
  age: { from: 10, to: 14 },
  kit: [],
  wiring: { parts: [] },
  stepCount: 6,
});
const lessons = [
  lesson('blink', 'Blinklicht', 'Du bringst eine LED zum Blinken.', 1),
  lesson('alarm', 'Türwächter', 'Eine LED warnt, wenn jemand kommt.', 4),
  lesson('melody', 'Melodie', 'Der Summer spielt.', 2),
];
const found = (words: string, level: number | null = null) =>
  filterLessons(lessons, { words, level }).map(({ id }) => id);

describe('looking for a lesson', () => {
  it('finds all, where nothing is looked for', () => {
    expect(filterLessons(lessons, everyLesson)).toEqual(lessons);
    expect(found('   ')).toHaveLength(3);
  });

  it('finds by parts of words in title and summary, all of which must fit', () => {
    expect(found('led')).toEqual(['blink', 'alarm']);
    expect(found('led blink')).toEqual(['blink']);
    expect(found('turw')).toEqual(['alarm']);
    expect(found('servo')).toEqual([]);
  });

  it('finds by level', () => {
    expect(found('', 2)).toEqual(['melody']);
    expect(found('led', 2)).toEqual([]);
    expect(levelsOf(lessons)).toEqual([1, 2, 4]);
  });
});

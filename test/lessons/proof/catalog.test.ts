import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadLessons } from '../../../lessons/format/index.ts';
import { proveLesson } from '../../../lessons/proof/prove-lesson.ts';

const { lessons, problems } = loadLessons(resolve(import.meta.dirname, '../../../lessons/catalog'));

describe('our catalogue', () => {
  it('loads without a problem', () => {
    expect(problems.map(({ message }) => message.en)).toEqual([]);
  });

  it.each(lessons.map((lesson) => [lesson.folder, lesson] as const))('is proven: %s', async (_, lesson) => {
    expect((await proveLesson(lesson)).map(({ message }) => message.en)).toEqual([]);
  });
});

import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadLessons } from '../../lessons/format/index.ts';
import { ourCatalog } from './format/catalog.ts';

describe('our catalogue', () => {
  const { lessons, problems } = loadLessons(ourCatalog);

  it('loads without a problem', () => {
    expect(problems.map((one) => one.message.en)).toEqual([]);
  });

  it.each(readdirSync(ourCatalog))('has the lesson %s', (folder) => {
    expect(lessons.map((lesson) => lesson.folder)).toContain(folder);
  });
});

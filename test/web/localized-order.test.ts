import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/**
 * Decorators work from the class upwards, and `@customElement` makes those elements at once that stand on the page
 * already, because their code came later. What is above it comes too late for them: they would keep their language.
 */
it('is below `@customElement` that `@localized` stands, in every element', () => {
  const wrong = globSync('web/**/*.ts', { cwd: root }).filter((file) =>
    /@localized\(\)\s*@customElement/.test(readFileSync(resolve(root, file), 'utf8')),
  );
  expect(wrong).toEqual([]);
});

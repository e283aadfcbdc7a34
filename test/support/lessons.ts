import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createLesson } from '../../scripts/lessons/create-lesson.ts';

/** A catalogue of its own with lessons from the template. */
export interface TestCatalog {
  readonly folder: string;
  /** Replaces text in a file; the text has to be there. */
  change(file: string, from: string, to: string): void;
  write(file: string, content: string | Uint8Array): void;
  read(file: string): string;
  rename(from: string, to: string): void;
  remove(file: string): void;
}

/** Makes one; `Light one` becomes the lesson `light-one` in `01-light-one`. */
export function makeCatalog(...titles: string[]): TestCatalog & { delete(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'steckbrett-catalog-'));
  for (const title of titles) createLesson(folder, title);
  const path = (file: string) => join(folder, file);
  return {
    folder,
    change(file, from, to) {
      const text = readFileSync(path(file), 'utf8');
      if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
      writeFileSync(
        path(file),
        text.replace(from, () => to),
      );
    },
    write: (file, content) => writeFileSync(path(file), content),
    read: (file) => readFileSync(path(file), 'utf8'),
    rename: (from, to) => renameSync(path(from), path(to)),
    remove: (file) => rmSync(path(file), { recursive: true }),
    delete: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** As `makeCatalog`; gone when the test ends. */
export function testCatalog(...titles: string[]): TestCatalog {
  const catalog = makeCatalog(...titles);
  onTestFinished(() => catalog.delete());
  return catalog;
}

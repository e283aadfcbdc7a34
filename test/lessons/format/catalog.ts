import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

/** The catalogue of the project. */
export const ourCatalog = resolve(import.meta.dirname, '../../../lessons/catalog');

/** A catalogue of its own for one test: copies of our first lesson, gone when the test ends. */
export function copiesOfBlink(...names: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'steckbrett-catalog-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of names) cpSync(join(ourCatalog, '01-blink'), join(folder, name), { recursive: true });
  return {
    folder,
    /** Replaces text in a file; the text has to be there. */
    change(file: string, from: string, to: string): void {
      const text = readFileSync(join(folder, file), 'utf8');
      if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
      writeFileSync(join(folder, file), text.replace(from, to));
    },
    write: (file: string, text: string) => writeFileSync(join(folder, file), text),
    remove: (file: string) => rmSync(join(folder, file)),
  };
}

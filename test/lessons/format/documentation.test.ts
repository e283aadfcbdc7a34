import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { partCatalog } from '../../../device/parts/catalog.ts';
import { type Lesson, lessonFileSchema, loadLessons, readBlocks } from '../../../lessons/format/index.ts';
import { notesHeadings, notesSections } from '../../../lessons/format/notes-sections.ts';
import { proveLesson } from '../../../lessons/proof/prove-lesson.ts';

const page = readFileSync(resolve(import.meta.dirname, '../../../docs/lesson-format.md'), 'utf8');

/** The lesson at the end of the page, loaded from files of its own. */
function exampleOf(text: string): { lessons: Lesson[]; problems: unknown[] } {
  const folder = mkdtempSync(join(tmpdir(), 'steckbrett-example-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, '01-lamp'));
  for (const [, file = '', , content = ''] of text.matchAll(
    /^### `([a-z.]+)`.*\n\n(`{3,})\w*\n([\s\S]*?)\n\2$/gm,
  )) {
    const written = file.endsWith('.json') ? JSON.stringify(readBlocks(content)) : `${content}\n`;
    writeFileSync(join(folder, '01-lamp', file), written);
  }
  return loadLessons(folder);
}

describe('the page about the format', () => {
  it('has a whole lesson that loads and is proven', async () => {
    const { lessons, problems } = exampleOf(page);
    expect(problems).toEqual([]);
    expect(await proveLesson(lessons[0]!)).toEqual([]);
  });

  it('explains each key of lesson.yml', () => {
    for (const key of Object.keys(lessonFileSchema.shape)) expect(page).toContain(`\n| \`${key}\` | `);
  });

  it('has the sections of the notes', () => {
    const rows = notesSections.map(
      (id) => `| \`## ${notesHeadings.de[id]}\` | \`## ${notesHeadings.en[id]}\` |`,
    );
    expect(page).toContain(rows.join('\n'));
  });

  it('has what hands can do with each part', () => {
    for (const { type, inputs } of partCatalog.values()) {
      const [row = ''] = page.match(new RegExp(`^\\| \`${type}\` \\| .*$`, 'm')) ?? [];
      for (const [name, input] of Object.entries(inputs)) {
        const range = input.type === 'number' ? ` (${input.min} to ${input.max} ${input.unit})` : '';
        expect(row).toContain(`\`${name}\`${range.replaceAll('-', '−')}`);
      }
    }
  });
});

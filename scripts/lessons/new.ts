import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot, readArguments } from './arguments.ts';
import { LessonsError } from './lessons-error.ts';

/** A small lesson that works; `{{id}}` and `{{title}}` stand for what is asked for. */
const template = join(projectRoot, 'lessons/template');

/** `npm run lessons -- new NAME`: a lesson from the template, with the next free number. */
export async function begin(args: string[]): Promise<number> {
  const { positionals, catalog } = readArguments(args, {});
  const title = positionals.join(' ').replace(/\s+/g, ' ').trim();
  const id = idOf(title);
  if (id === '') throw new LessonsError('Name the lesson: npm run lessons -- new "Traffic light"');
  if (!existsSync(catalog)) throw new LessonsError(`There is no folder ${catalog}.`);
  const taken = readdirSync(catalog).find((name) => name.replace(/^\d+-/, '') === id);
  if (taken) throw new LessonsError(`There is a lesson of that name already: ${join(catalog, taken)}.`);
  const folder = `${nextNumber(catalog)}-${id}`;
  mkdirSync(join(catalog, folder));
  for (const name of readdirSync(template)) {
    const text = readFileSync(join(template, name), 'utf8');
    const filled = text.replaceAll('{{id}}', id).replaceAll('{{title}}', () => title);
    writeFileSync(join(catalog, folder, name), filled);
  }
  console.log(`${join(catalog, folder)} is there, small and complete. Next:

  npm run lessons -- preview ${id}    look at it in the pupils' page; it follows each change of the files
  npm run lessons -- check ${id}      prove it

Change lesson.yml first (parts, toolbox, goals), then the texts lesson.de.md and lesson.en.md, then
solution.json, starter.json and the wrong programs in check.yml, last teacher.de.md and teacher.en.md.
docs/lesson-format.md and docs/goals.md say what goes where.`);
  return 0;
}

/** Small letters, digits and hyphens: `Ampel für Füße` is `ampel-fuer-fuesse`. */
function idOf(title: string): string {
  const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
  return title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => umlauts[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
}

function nextNumber(catalog: string): string {
  const numbers = readdirSync(catalog).map((name) => Number(/^\d+/.exec(name)?.[0] ?? 0));
  return String(Math.max(0, ...numbers) + 1).padStart(2, '0');
}

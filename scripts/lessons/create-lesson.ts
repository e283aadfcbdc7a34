import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './arguments.ts';
import { LessonsError } from './lessons-error.ts';

/** A small lesson that works; `{{id}}` and `{{title}}` stand for what is asked for. */
const template = join(projectRoot, 'lessons/template');

/**
 * Puts a lesson from the template into a catalogue, with the next free number.
 *
 * @returns its id and the name of its folder.
 * @throws LessonsError when the title has no letter, the lesson is there already, or the catalogue is not.
 */
export function createLesson(catalog: string, title: string): { id: string; folder: string } {
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
  return { id, folder };
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

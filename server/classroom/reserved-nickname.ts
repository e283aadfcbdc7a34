import { asItLooks } from './look-alikes.ts';

/** Who a pupil may not be taken for. */
const roles = [
  'Lehrer',
  'Lehrerin',
  'Lehrkraft',
  'Lehrperson',
  'Teacher',
  'Admin',
  'Administrator',
  'Steckbrett',
].map(asItLooks);

/** How teachers are addressed; only with a name after it. */
const titles = ['Herr', 'Herrn', 'Frau', 'Hr', 'Fr', 'Mr', 'Mrs', 'Ms', 'Miss', 'Mister'].map(asItLooks);

/**
 * Whether a nickname could be taken for the teacher: a role such as "Teacher", "Mrs" with a name, or the name of the
 * class's own teacher, also in other letters that look the same, spaced out, or with a number behind.
 *
 * @param teacher the name of the class's teacher, as in their account
 */
export function imitatesTeacher(nickname: string, teacher: string): boolean {
  return [nickname, withoutNumber(nickname)].some((name) => isReserved(wordsOf(name), wordsOf(teacher)));
}

function isReserved(words: readonly string[], teacher: readonly string[]): boolean {
  const joined = words.join('');
  if (joined === '') return false;
  if (words.some((word) => roles.includes(word)) || roles.includes(joined)) return true;
  if (words.length > 1 && titles.includes(words[0] ?? '')) return true;
  const names = [...teacher, teacher.join(''), teacher.toReversed().join('')];
  if (names.includes(joined)) return true;
  return teacher.some((name) => titles.some((title) => joined === title + name));
}

/** "Teacher 2" and "Teacher2" look like a second "Teacher". */
function withoutNumber(name: string): string {
  return name.replace(/[\s._'-]*\p{N}+\s*$/u, '');
}

function wordsOf(name: string): string[] {
  return name
    .split(/[\s\p{P}\p{Emoji_Presentation}]+/u)
    .map(asItLooks)
    .filter((word) => word !== '');
}

import { type Problem, problem } from '../../../device/contract/problem.ts';
import {
  commonPlaces,
  type Place,
  type PlaceValues,
  paperBlocks,
  paperConditions,
  paperPlaces,
} from './place-names.ts';

/** `{{name}}`, `{{#name}}` or `{{/name}}`. */
const placePattern = /\{\{\s*([#/]?)\s*([^{}\s]*)\s*\}\}/g;
const names = (places: readonly Place[]) => new Set(places.map(({ name }) => name));
const ofPapers = names([...commonPlaces, ...paperPlaces]);
const ofReminders = names(commonPlaces);
const blocks = names(paperBlocks);
const conditions = new Set(['leihe', 'spende', ...ofPapers]);

/** Everything that a paper's text may have, for the editor. */
export const allPaperPlaces: readonly Place[] = [
  ...commonPlaces,
  ...paperPlaces,
  ...paperBlocks,
  ...paperConditions,
];

/** What is wrong with the places of a paper's text; null: nothing. */
export function paperTextProblem(text: string): Problem | null {
  const open: string[] = [];
  const seen = new Set<string>();
  for (const [whole, sign = '', name = ''] of text.matchAll(placePattern)) {
    if (sign === '#') {
      if (!conditions.has(name)) return unknown(whole);
      open.push(name);
    } else if (sign === '/') {
      if (open.pop() !== name) return unbalanced(whole);
    } else if (blocks.has(name)) {
      if (seen.has(name)) return twice(whole);
      seen.add(name);
      if (!new RegExp(`^[ \\t]*\\{\\{\\s*${name}\\s*\\}\\}[ \\t]*$`, 'm').test(text)) return notAlone(whole);
    } else if (!ofPapers.has(name)) return unknown(whole);
  }
  return open.length === 0 ? null : unbalanced(`{{#${open[0]}}}`);
}

/** What is wrong with the places of a reminder's text; null: nothing. */
export function reminderTextProblem(text: string): Problem | null {
  for (const [whole, sign, name = ''] of text.matchAll(placePattern)) {
    if (sign !== '' || !ofReminders.has(name)) return unknown(whole);
  }
  return null;
}

/** Puts the values into their places, in one go: what a value holds is never taken for a place. */
export function fillPlaces(text: string, values: PlaceValues): string {
  return text.replace(placePattern, (_, _sign, name: string) => values.get(name) ?? '');
}

/** Leaves out what stands under conditions that are not so. */
export function chooseConditions(text: string, holds: (name: string) => boolean): string {
  const kept: string[] = [];
  let out = 0;
  let last = 0;
  for (const match of text.matchAll(placePattern)) {
    const [whole, sign, name = ''] = match;
    if (sign === '') continue;
    if (out === 0) kept.push(text.slice(last, match.index));
    last = match.index + whole.length;
    // Within what is left out, conditions only count their depth.
    if (sign === '#') out += out > 0 || !holds(name) ? 1 : 0;
    else if (out > 0) out -= 1;
  }
  if (out === 0) kept.push(text.slice(last));
  return kept.join('');
}

function unknown(whole: string): Problem {
  return problem(
    'place-unknown',
    `Den Platzhalter ${whole} gibt es nicht. Wählen Sie einen aus der Liste neben dem Text.`,
    `There is no place ${whole}. Choose one of the list beside the text.`,
  );
}

function unbalanced(whole: string): Problem {
  return problem(
    'condition-unbalanced',
    `Zu ${whole} fehlt das Gegenstück. Jede Bedingung beginnt mit {{#…}} und endet mit {{/…}}.`,
    `${whole} has no counterpart. Each condition begins with {{#…}} and ends with {{/…}}.`,
  );
}

function twice(whole: string): Problem {
  return problem(
    'block-twice',
    `${whole} steht zweimal im Text. Lassen Sie es nur einmal stehen.`,
    `${whole} stands in the text twice. Leave it there once.`,
  );
}

function notAlone(whole: string): Problem {
  return problem(
    'block-not-alone',
    `${whole} wird zu einer Tabelle. Stellen Sie es in eine eigene Zeile.`,
    `${whole} becomes a table. Put it into a line of its own.`,
  );
}

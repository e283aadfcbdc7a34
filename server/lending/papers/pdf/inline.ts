import type { Token } from 'markdown-it';
import type { PlaceValues } from '../place-names.ts';
import { fillPlaces } from '../template-text.ts';
import type { Sheet } from './sheet.ts';
import type { Style, Weight } from './typefaces.ts';

/** A word (or part of one) in one style. */
interface Word {
  readonly text: string;
  readonly style: Style;
  /** A blank stands before it, at which a line may end. */
  readonly space: boolean;
  /** It begins a new line. */
  readonly newLine: boolean;
}

/** A text with styles, ready to be set in lines. */
export type Words = readonly Word[];

export interface Line {
  readonly runs: readonly { readonly text: string; readonly style: Style; readonly x: number }[];
  readonly width: number;
}

/** Height of a line over the size of its letters. */
export const lineHeight = 1.38;

/** Words of a plain text; its line ends are kept. */
export function plainWords(text: string, style: Style): Word[] {
  return wordsOf([{ text, weight: style.weight ?? 'regular' }], style);
}

/** Words of a Markdown inline token, its places filled. */
export function inlineWords(token: Token | undefined, style: Style, values: PlaceValues): Word[] {
  const pieces: { text: string; weight: Weight }[] = [];
  let bold = 0;
  let italic = 0;
  for (const child of token?.children ?? []) {
    if (child.type === 'strong_open') bold += 1;
    else if (child.type === 'strong_close') bold -= 1;
    else if (child.type === 'em_open') italic += 1;
    else if (child.type === 'em_close') italic -= 1;
    const text = child.type === 'softbreak' ? ' ' : child.type === 'hardbreak' ? '\n' : child.content;
    const own = style.weight ?? 'regular';
    const weight = bold > 0 ? 'bold' : italic > 0 ? 'italic' : own;
    if (text !== '') pieces.push({ text: fillPlaces(text, values), weight });
  }
  return wordsOf(pieces, style);
}

function wordsOf(pieces: readonly { text: string; weight: Weight }[], style: Style): Word[] {
  const words: Word[] = [];
  let space = false;
  let newLine = false;
  for (const { text, weight } of pieces) {
    for (const [part] of keepNumbers(text).matchAll(/\r\n?|\n|[ \t]+|[^ \t\r\n]+/g)) {
      if (/^[\r\n]/.test(part)) newLine = words.length > 0;
      else if (/^[ \t]/.test(part)) space = words.length > 0;
      else {
        words.push({ text: part, style: { ...style, weight }, space, newLine });
        space = false;
        newLine = false;
      }
    }
  }
  return words;
}

/** `§ 598` and `Art. 6` stay in one line. */
function keepNumbers(text: string): string {
  return text.replace(/(§|\b(?:Abs|Art|Nr|Satz|lit)\.?) (?=\S)/g, '$1\u00a0');
}

/** Breaks words into lines of at most a width, points; what is wider than a line by itself is cut. */
export function setLines(sheet: Sheet, words: Words, width: number): Line[] {
  const lines: Line[] = [];
  let runs: { text: string; style: Style; x: number }[] = [];
  let x = 0;
  const end = () => {
    if (runs.length > 0) lines.push({ runs, width: x });
    runs = [];
    x = 0;
  };
  for (const unit of units(words)) {
    const first = unit[0];
    if (!first) continue;
    const unitWidth = unit.reduce((sum, word) => sum + sheet.type.width(word.text, word.style), 0);
    const gap = first.space && runs.length > 0 ? sheet.type.width(' ', first.style) : 0;
    if (first.newLine || (runs.length > 0 && x + gap + unitWidth > width)) end();
    for (const word of unit.flatMap((one) => cut(sheet, one, width))) {
      const wide = sheet.type.width(word.text, word.style);
      if (runs.length > 0 && x + wide > width + 0.01) end();
      const last = runs.at(-1);
      const blank = runs.length > 0 && word.space ? ' ' : '';
      const blankWidth = blank === '' ? 0 : sheet.type.width(blank, word.style);
      if (last && same(last.style, word.style)) last.text += blank + word.text;
      else runs.push({ text: word.text, style: word.style, x: x + blankWidth });
      x += blankWidth + wide;
    }
  }
  end();
  return lines;
}

/** Words that no blank parts stay together. */
function units(words: Words): Word[][] {
  const all: Word[][] = [];
  for (const word of words) {
    const last = all.at(-1);
    if (last && !word.space && !word.newLine) last.push(word);
    else all.push([word]);
  }
  return all;
}

/** A word that is wider than a line in pieces that are not. */
function cut(sheet: Sheet, word: Word, width: number): Word[] {
  if (sheet.type.width(word.text, word.style) <= width) return [word];
  const parts: Word[] = [];
  let text = '';
  for (const sign of word.text) {
    if (text !== '' && sheet.type.width(text + sign, word.style) > width) {
      parts.push({ ...word, text, space: parts.length === 0 && word.space });
      text = '';
    }
    text += sign;
  }
  parts.push({ ...word, text, space: false });
  return parts;
}

function same(one: Style, other: Style): boolean {
  return one.size === other.size && one.weight === other.weight && one.colour === other.colour;
}

/** How high lines are that were set in a size, points. */
export function heightOf(lines: readonly Line[], size: number): number {
  return lines.length * size * lineHeight;
}

/** Puts a line down with its top at the sheet's `y` (or `top`), as content of the element that is open. */
export function putLine(sheet: Sheet, line: Line, x: number, size: number, top = sheet.y): void {
  const base = top + size * (lineHeight / 2 + 0.33);
  for (const run of line.runs) sheet.text(x + run.x, base, run.text, run.style);
}

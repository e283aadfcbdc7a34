import { randomInt } from 'node:crypto';

/**
 * Letters and digits that nobody confuses on a projector (no 0 O, 1 I L, 2 Z, 5 S, B, U) and that form no words
 * (no vowels). 22 signs to the power of 6 are 113 million codes, to the power of 8 they are 55 billion.
 */
const alphabet = 'CDFGHJKMNPRTVWXY346789';

/**
 * What is read as a sign of the alphabet although it is none: look-alikes of which only one is in it, and the Cyrillic
 * letters that look like one, for who types on a Ukrainian keyboard. An O or a 1 has no look-alike in the alphabet.
 */
const readAs: Readonly<Record<string, string>> = {
  ...{ B: '8', U: 'V' },
  ...{ В: '8', З: '3', К: 'K', М: 'M', Н: 'H', Р: 'P', С: 'C', Т: 'T', У: 'Y', Х: 'X' },
};

/** Draws a code of an even number of signs, in two groups. `pick(n)` gives a whole number from 0 to n − 1. */
export function drawCode(length: number, pick: (below: number) => number = randomInt): string {
  return inGroups(Array.from({ length }, () => alphabet[pick(alphabet.length)]).join(''));
}

/**
 * Reads a code as people type it: with or without hyphen or spaces, in any case.
 *
 * @returns the code as `drawCode` writes it, or `undefined` when it can be none of this length.
 */
export function readCode(text: string, length: number): string | undefined {
  const signs = [
    ...text
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s\p{Pd}_.]+/gu, ''),
  ].map((sign) => readAs[sign] ?? sign);
  const possible = signs.length === length && signs.every((sign) => alphabet.includes(sign));
  return possible ? inGroups(signs.join('')) : undefined;
}

function inGroups(signs: string): string {
  return `${signs.slice(0, signs.length / 2)}-${signs.slice(signs.length / 2)}`;
}

import { randomInt } from 'node:crypto';

/**
 * Letters and digits that nobody confuses on a projector (no 0 O, 1 I L, 2 Z, 5 S, B, U) and that form no words
 * (no vowels). 22 signs to the power of 6 are 113 million codes.
 */
const alphabet = 'CDFGHJKMNPRTVWXY346789';
const length = 6;

/** Draws a class code, `K7F-3XM`. `pick(n)` gives a whole number from 0 to n − 1. */
export function drawClassCode(pick: (below: number) => number = randomInt): string {
  return format(Array.from({ length }, () => alphabet[pick(alphabet.length)]).join(''));
}

/**
 * Reads a code as people type it: with or without hyphen or spaces, in any case.
 *
 * @returns the code as it is stored, or `undefined` when it can be no class code.
 */
export function parseClassCode(text: string): string | undefined {
  const signs = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}_.]+/gu, '');
  const possible = signs.length === length && [...signs].every((sign) => alphabet.includes(sign));
  return possible ? format(signs) : undefined;
}

function format(signs: string): string {
  return `${signs.slice(0, 3)}-${signs.slice(3)}`;
}

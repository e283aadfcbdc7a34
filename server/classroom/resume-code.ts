import { hashSecret } from '../fleet/secret.ts';
import { drawCode, readCode } from './short-code.ts';

const length = 8;

/** Draws the code with which a pupil comes back, `7K3F-9XQM`. `pick(n)` gives a whole number from 0 to n − 1. */
export function drawResumeCode(pick?: (below: number) => number): string {
  return drawCode(length, pick);
}

/**
 * Reads a resume code as people type it.
 *
 * @returns the code as it was drawn, or `undefined` when it can be none.
 */
export function parseResumeCode(text: string): string | undefined {
  return readCode(text, length);
}

/**
 * The hash under which a drawn code is stored, hex. Whoever had the whole database could try all codes, but has the
 * work itself then; from outside, `guessableRate` of the API stands before them.
 */
export function hashResumeCode(code: string): string {
  return hashSecret(code);
}

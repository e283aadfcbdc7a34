import { drawCode, readCode } from './short-code.ts';

const length = 6;

/** Draws a class code, `K7F-3XM`. `pick(n)` gives a whole number from 0 to n − 1. */
export function drawClassCode(pick?: (below: number) => number): string {
  return drawCode(length, pick);
}

/**
 * Reads a class code as people type it.
 *
 * @returns the code as it is stored, or `undefined` when it can be no class code.
 */
export function parseClassCode(text: string): string | undefined {
  return readCode(text, length);
}

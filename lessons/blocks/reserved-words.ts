import { reservedNames } from '../../device/program/program-api.ts';

/** JavaScript's words, and the built-in names that generated code uses. */
const words = `
  arguments async await break case catch class const continue debugger default delete do else enum eval export
  extends false finally for function if implements import in instanceof interface let new null package private
  protected public return static super switch this throw true try typeof var void while with yield
  Array Boolean Date Error Infinity Math NaN Number Object RegExp String Symbol
  globalThis isFinite isNaN parseFloat parseInt undefined
`;

/**
 * What a pupil's variable must not be called in the generated program. Blockly would reserve every global name
 * of the browser as well, so that a variable `name` became `name2`; a program runs where there are no such names.
 */
export const reservedWords: readonly string[] = [...words.trim().split(/\s+/), ...reservedNames];

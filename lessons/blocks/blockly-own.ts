import { type BlockFamily, shadowNumber, shadowText } from './family.ts';

/*
 * Blockly's own blocks that fit the program API. Left out on purpose: what asks in a pop-up (text_prompt), what
 * loops for long without a loop trap (math_number_property's prime test), lists and functions, which come with
 * the lessons that need them.
 */

/** Comparing, and, or, not. */
export const logic: BlockFamily = {
  category: 'logic',
  blocks: [
    { type: 'logic_compare' },
    { type: 'logic_operation' },
    { type: 'logic_negate' },
    { type: 'logic_boolean' },
  ],
};

/** Numbers. */
export const maths: BlockFamily = {
  category: 'maths',
  blocks: [
    { type: 'math_number' },
    { type: 'math_arithmetic', inputs: { A: shadowNumber(1), B: shadowNumber(1) } },
    { type: 'math_modulo', inputs: { DIVIDEND: shadowNumber(10), DIVISOR: shadowNumber(3) } },
    { type: 'math_round', inputs: { NUM: shadowNumber(3.1) } },
    { type: 'math_random_int', inputs: { FROM: shadowNumber(1), TO: shadowNumber(6) } },
  ],
};

/** Texts. */
export const text: BlockFamily = {
  category: 'text',
  blocks: [{ type: 'text' }, { type: 'text_join', inputs: { ADD0: shadowText(''), ADD1: shadowText('') } }],
};

/** Variables belong to the whole program and begin at 0. Their category is filled by Blockly. */
export const variables: BlockFamily = {
  category: 'variables',
  blocks: [{ type: 'variables_set' }, { type: 'variables_get' }, { type: 'math_change' }],
};

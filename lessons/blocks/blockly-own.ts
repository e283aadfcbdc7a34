import type { Block } from 'blockly/core';
import type { JavascriptGenerator } from 'blockly/javascript';
import { type BlockFamily, shadowNumber, shadowText } from './family.ts';
import { Order } from './order.ts';

/*
 * Blockly's own blocks that fit the program API, and a few that it lacks. Left out on purpose: what asks in a pop-up
 * (text_prompt), what loops for long without a loop trap (math_number_property's prime test).
 */

/** The value in an input, as an argument. */
function value(block: Block, generator: JavascriptGenerator, input: string, empty = '0'): string {
  return generator.valueToCode(block, input, Order.ASSIGNMENT) || empty;
}

/** The name of a helper function, which the program then has. */
function helper(generator: JavascriptGenerator, name: string, code: (name: string) => string): string {
  return generator.provideFunction_(name, code(generator.FUNCTION_NAME_PLACEHOLDER_));
}

const mapInputs = ['VALUE', 'FROM_LOW', 'FROM_HIGH', 'TO_LOW', 'TO_HIGH'];

/** A range without width has only one value to give. */
const mapRange = (name: string) => `
function ${name}(value, fromLow, fromHigh, toLow, toHigh) {
  if (fromLow === fromHigh) return toLow;
  return toLow + (value - fromLow) * (toHigh - toLow) / (fromHigh - fromLow);
}
`;

/** Reads German and English decimals alike, whatever the machine; what is no number counts as 0. */
const textToNumber = (name: string) => `
function ${name}(text) {
  var number = Number(String(text).trim().replace(',', '.'));
  return isFinite(number) ? number : 0;
}
`;

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
    { type: 'math_single', inputs: { NUM: shadowNumber(9) } },
    {
      type: 'steckbrett_minmax',
      definition: {
        message0: '%{BKY_STECKBRETT_MINMAX}',
        args0: [
          {
            type: 'field_dropdown',
            name: 'OP',
            options: [
              ['%{BKY_STECKBRETT_SMALLER}', 'min'],
              ['%{BKY_STECKBRETT_LARGER}', 'max'],
            ],
          },
          { type: 'input_value', name: 'A', check: 'Number' },
          { type: 'input_value', name: 'B', check: 'Number' },
        ],
        inputsInline: true,
        output: 'Number',
        style: 'math_blocks',
        tooltip: '%{BKY_STECKBRETT_MINMAX_TOOLTIP}',
      },
      inputs: { A: shadowNumber(1), B: shadowNumber(2) },
      generate: (block, generator) => [
        `Math.${block.getFieldValue('OP') === 'max' ? 'max' : 'min'}` +
          `(${value(block, generator, 'A')}, ${value(block, generator, 'B')})`,
        Order.FUNCTION_CALL,
      ],
    },
    {
      type: 'math_constrain',
      inputs: { VALUE: shadowNumber(50), LOW: shadowNumber(1), HIGH: shadowNumber(100) },
    },
    {
      type: 'steckbrett_map',
      definition: {
        message0: '%{BKY_STECKBRETT_MAP}',
        args0: mapInputs.map((name) => ({ type: 'input_value', name, check: 'Number' })),
        inputsInline: true,
        output: 'Number',
        style: 'math_blocks',
        tooltip: '%{BKY_STECKBRETT_MAP_TOOLTIP}',
      },
      inputs: {
        VALUE: shadowNumber(50),
        FROM_LOW: shadowNumber(0),
        FROM_HIGH: shadowNumber(100),
        TO_LOW: shadowNumber(0),
        TO_HIGH: shadowNumber(180),
      },
      generate: (block, generator) => {
        const values = mapInputs.map((name) => value(block, generator, name));
        return [`${helper(generator, 'mapRange', mapRange)}(${values.join(', ')})`, Order.FUNCTION_CALL];
      },
    },
    { type: 'math_on_list' },
    { type: 'math_random_int', inputs: { FROM: shadowNumber(1), TO: shadowNumber(6) } },
    { type: 'math_random_float' },
  ],
};

/** Texts. */
export const text: BlockFamily = {
  category: 'text',
  blocks: [
    { type: 'text' },
    { type: 'text_join', inputs: { ADD0: shadowText(''), ADD1: shadowText('') } },
    { type: 'text_append', inputs: { TEXT: shadowText('') } },
    { type: 'text_length', inputs: { VALUE: shadowText('abc') } },
    { type: 'text_isEmpty', inputs: { VALUE: shadowText('') } },
    {
      type: 'steckbrett_text_contains',
      definition: {
        message0: '%{BKY_STECKBRETT_TEXT_CONTAINS}',
        args0: [
          { type: 'input_value', name: 'TEXT', check: 'String' },
          { type: 'input_value', name: 'PART', check: 'String' },
        ],
        inputsInline: true,
        output: 'Boolean',
        style: 'text_blocks',
        tooltip: '%{BKY_STECKBRETT_TEXT_CONTAINS_TOOLTIP}',
      },
      inputs: { TEXT: shadowText('abc'), PART: shadowText('b') },
      generate: (block, generator) => [
        `String(${value(block, generator, 'TEXT', "''")}).includes(${value(block, generator, 'PART', "''")})`,
        Order.FUNCTION_CALL,
      ],
    },
    { type: 'text_indexOf', inputs: { VALUE: shadowText('abc'), FIND: shadowText('b') } },
    { type: 'text_charAt', inputs: { VALUE: shadowText('abc'), AT: shadowNumber(1) } },
    {
      type: 'text_getSubstring',
      inputs: { STRING: shadowText('abc'), AT1: shadowNumber(1), AT2: shadowNumber(2) },
    },
    { type: 'text_changeCase', inputs: { TEXT: shadowText('abc') } },
    { type: 'text_trim', inputs: { TEXT: shadowText(' abc ') } },
    { type: 'text_replace', inputs: { FROM: shadowText('a'), TO: shadowText('b'), TEXT: shadowText('abc') } },
    { type: 'text_reverse', inputs: { TEXT: shadowText('abc') } },
    {
      type: 'steckbrett_text_to_number',
      definition: {
        message0: '%{BKY_STECKBRETT_TEXT_TO_NUMBER}',
        args0: [{ type: 'input_value', name: 'TEXT' }],
        inputsInline: true,
        output: 'Number',
        style: 'text_blocks',
        tooltip: '%{BKY_STECKBRETT_TEXT_TO_NUMBER_TOOLTIP}',
      },
      inputs: { TEXT: shadowText('3,5') },
      generate: (block, generator) => [
        `${helper(generator, 'textToNumber', textToNumber)}(${value(block, generator, 'TEXT', "''")})`,
        Order.FUNCTION_CALL,
      ],
    },
  ],
};

/** Variables belong to the whole program and begin at 0. Their category is filled by Blockly. */
export const variables: BlockFamily = {
  category: 'variables',
  blocks: [{ type: 'variables_set' }, { type: 'variables_get' }, { type: 'math_change' }],
};

import type { BlockType } from '../blocks/block-types.ts';
import type { BlockShape } from './block-shape.ts';

const value = { place: 'value', last: true } as const;
const statement = { place: 'statement' } as const;

const fromWhere = ['FROM_START', 'FROM_END', 'FIRST'];
const toWhere = ['FROM_START', 'FROM_END', 'LAST'];
const where = ['FROM_START', 'FROM_END', 'FIRST', 'LAST', 'RANDOM'];

/**
 * The shapes of the blocks that are Blockly's own: their definitions are inside Blockly, which a server need not load.
 * A test compares them with the real ones.
 */
export const blocklyShapes: Readonly<Partial<Record<BlockType, BlockShape>>> = {
  controls_whileUntil: { ...statement, fields: { MODE: ['WHILE', 'UNTIL'] }, gaps: ['BOOL'], mouths: ['DO'] },
  controls_for: { ...statement, fields: { VAR: 'variable' }, gaps: ['FROM', 'TO', 'BY'], mouths: ['DO'] },
  controls_flow_statements: { ...statement, last: true, fields: { FLOW: ['BREAK', 'CONTINUE'] } },
  controls_if: {
    ...statement,
    gaps: ['IF0'],
    mouths: ['DO0', 'ELSE'],
    numbered: { gap: 'IF', mouth: 'DO' },
  },
  controls_ifelse: { ...statement, gaps: ['IF0'], mouths: ['DO0', 'ELSE'] },
  controls_forEach: { ...statement, fields: { VAR: 'variable' }, gaps: ['LIST'], mouths: ['DO'] },
  logic_compare: {
    ...value,
    fields: { OP: ['EQ', 'NEQ', 'LT', 'LTE', 'GT', 'GTE'] },
    gaps: ['A', 'B'],
  },
  logic_operation: { ...value, fields: { OP: ['AND', 'OR'] }, gaps: ['A', 'B'] },
  logic_negate: { ...value, gaps: ['BOOL'] },
  logic_boolean: { ...value, fields: { BOOL: ['TRUE', 'FALSE'] } },
  math_number: { ...value, fields: { NUM: 'number' } },
  math_arithmetic: {
    ...value,
    fields: { OP: ['ADD', 'MINUS', 'MULTIPLY', 'DIVIDE', 'POWER'] },
    gaps: ['A', 'B'],
  },
  math_modulo: { ...value, gaps: ['DIVIDEND', 'DIVISOR'] },
  math_round: { ...value, fields: { OP: ['ROUND', 'ROUNDUP', 'ROUNDDOWN'] }, gaps: ['NUM'] },
  math_single: {
    ...value,
    fields: { OP: ['ROOT', 'ABS', 'NEG', 'LN', 'LOG10', 'EXP', 'POW10'] },
    gaps: ['NUM'],
  },
  math_constrain: { ...value, gaps: ['VALUE', 'LOW', 'HIGH'] },
  math_on_list: {
    ...value,
    fields: { OP: ['SUM', 'MIN', 'MAX', 'AVERAGE', 'MEDIAN', 'MODE', 'STD_DEV', 'RANDOM'] },
    gaps: ['LIST'],
  },
  math_random_int: { ...value, gaps: ['FROM', 'TO'] },
  math_random_float: value,
  text: { ...value, fields: { TEXT: 'text' } },
  text_join: { ...value, numbered: { gap: 'ADD' } },
  text_append: { ...statement, fields: { VAR: 'variable' }, gaps: ['TEXT'] },
  text_length: { ...value, gaps: ['VALUE'] },
  text_isEmpty: { ...value, gaps: ['VALUE'] },
  text_indexOf: { ...value, fields: { END: ['FIRST', 'LAST'] }, gaps: ['VALUE', 'FIND'] },
  text_charAt: { ...value, fields: { WHERE: where }, gaps: ['VALUE', 'AT'] },
  text_getSubstring: {
    ...value,
    fields: { WHERE1: fromWhere, WHERE2: toWhere },
    gaps: ['STRING', 'AT1', 'AT2'],
  },
  text_changeCase: { ...value, fields: { CASE: ['UPPERCASE', 'LOWERCASE', 'TITLECASE'] }, gaps: ['TEXT'] },
  text_trim: { ...value, fields: { MODE: ['BOTH', 'LEFT', 'RIGHT'] }, gaps: ['TEXT'] },
  text_replace: { ...value, gaps: ['FROM', 'TO', 'TEXT'] },
  text_reverse: { ...value, gaps: ['TEXT'] },
  lists_create_empty: value,
  lists_create_with: { ...value, numbered: { gap: 'ADD' } },
  lists_length: { ...value, gaps: ['VALUE'] },
  lists_isEmpty: { ...value, gaps: ['VALUE'] },
  lists_indexOf: { ...value, fields: { END: ['FIRST', 'LAST'] }, gaps: ['VALUE', 'FIND'] },
  lists_getIndex: {
    ...value,
    fields: { MODE: ['GET', 'GET_REMOVE', 'REMOVE'], WHERE: where },
    gaps: ['VALUE', 'AT'],
  },
  lists_setIndex: {
    ...statement,
    fields: { MODE: ['SET', 'INSERT'], WHERE: where },
    gaps: ['LIST', 'AT', 'TO'],
  },
  lists_getSublist: {
    ...value,
    fields: { WHERE1: fromWhere, WHERE2: toWhere },
    gaps: ['LIST', 'AT1', 'AT2'],
  },
  lists_split: { ...value, fields: { MODE: ['SPLIT', 'JOIN'] }, gaps: ['INPUT', 'DELIM'] },
  lists_sort: {
    ...value,
    fields: { TYPE: ['NUMERIC', 'TEXT', 'IGNORE_CASE'], DIRECTION: ['1', '-1'] },
    gaps: ['LIST'],
  },
  lists_reverse: { ...value, gaps: ['LIST'] },
  variables_set: { ...statement, fields: { VAR: 'variable' }, gaps: ['VALUE'] },
  variables_get: { ...value, fields: { VAR: 'variable' } },
  math_change: { ...statement, fields: { VAR: 'variable' }, gaps: ['DELTA'] },
  procedures_defnoreturn: {
    place: 'hat',
    last: true,
    fields: { NAME: 'text' },
    mouths: ['STACK'],
    settings: ['PARAMS'],
  },
  procedures_defreturn: {
    place: 'hat',
    last: true,
    fields: { NAME: 'text' },
    gaps: ['RETURN'],
    mouths: ['STACK'],
    settings: ['PARAMS'],
  },
  procedures_callnoreturn: { ...statement, numbered: { gap: 'ARG' }, settings: ['NAME'] },
  procedures_callreturn: { ...value, numbered: { gap: 'ARG' }, settings: ['NAME'] },
  procedures_ifreturn: { ...statement, gaps: ['CONDITION', 'VALUE'] },
};

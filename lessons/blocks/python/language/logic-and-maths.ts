import type { Block } from 'blockly/core';
import { Kind } from '../kinds.ts';
import { Order } from '../order.ts';
import type { WritePython } from '../python-block.ts';
import type { PythonProgram } from '../python-program.ts';

const comparisons: Readonly<Record<string, string>> = {
  EQ: '==',
  NEQ: '!=',
  LT: '<',
  LTE: '<=',
  GT: '>',
  GTE: '>=',
};

const operators: Readonly<Record<string, readonly [string, Order]>> = {
  ADD: ['+', Order.ADDITIVE],
  MINUS: ['-', Order.ADDITIVE],
  MULTIPLY: ['*', Order.MULTIPLICATIVE],
  DIVIDE: ['/', Order.MULTIPLICATIVE],
  POWER: ['**', Order.EXPONENTIATION],
};

const singles: Readonly<Record<string, string>> = { ROOT: 'sqrt', LN: 'log', LOG10: 'log10', EXP: 'exp' };

function arithmetic(block: Block, program: PythonProgram): [string, number] {
  const { kinds } = program.analysis;
  const name = String(block.getFieldValue('OP'));
  const [sign, order] = operators[name] ?? ['+', Order.ADDITIVE];
  if (name === 'DIVIDE' && !program.literal(block, 'B')) {
    return [
      `${program.helper('divide')}(${program.value(block, 'A')}, ${program.value(block, 'B')})`,
      Order.FUNCTION_CALL,
    ];
  }
  const aText = kinds.in(block, 'A') === Kind.text;
  const bText = kinds.in(block, 'B') === Kind.text;
  // Text and number together make a text.
  if (name === 'ADD' && aText !== bText) {
    const [a, b] = [program.text(block, 'A', order), program.text(block, 'B', order)];
    return [`${a} ${sign} ${b}`, order];
  }
  return [`${program.value(block, 'A', order)} ${sign} ${program.value(block, 'B', order)}`, order];
}

function onList(block: Block, program: PythonProgram): [string, number] {
  const list = program.value(block, 'LIST', Order.NONE, '[]');
  const name = String(block.getFieldValue('OP'));
  const call: Readonly<Record<string, () => string>> = {
    SUM: () => 'sum',
    MIN: () => 'min',
    MAX: () => 'max',
    AVERAGE: () => program.use('statistics', 'mean'),
    MEDIAN: () => program.use('statistics', 'median'),
    MODE: () => program.use('statistics', 'multimode'),
    STD_DEV: () => program.use('statistics', 'pstdev'),
    RANDOM: () => program.use('random', 'choice'),
  };
  return [`${(call[name] ?? (() => 'sum'))()}(${list})`, Order.FUNCTION_CALL];
}

/** Comparing, and, or, not; numbers. */
export const logicAndMaths = {
  logic_compare(block, program) {
    const sign = comparisons[String(block.getFieldValue('OP'))] ?? '==';
    const [a, b] = ['A', 'B'].map((input) => program.value(block, input, Order.RELATIONAL));
    return [`${a} ${sign} ${b}`, Order.RELATIONAL];
  },
  logic_operation(block, program) {
    const and = block.getFieldValue('OP') === 'AND';
    const order = and ? Order.LOGICAL_AND : Order.LOGICAL_OR;
    const both = !block.getInputTargetBlock('A') && !block.getInputTargetBlock('B');
    const empty = and && !both ? 'True' : 'False';
    const [a, b] = ['A', 'B'].map((input) => program.value(block, input, order, empty));
    return [`${a} ${and ? 'and' : 'or'} ${b}`, order];
  },
  logic_negate: (block, program) => [
    `not ${program.value(block, 'BOOL', Order.LOGICAL_NOT, 'True')}`,
    Order.LOGICAL_NOT,
  ],
  logic_boolean: (block) => [block.getFieldValue('BOOL') === 'TRUE' ? 'True' : 'False', Order.ATOMIC],
  math_number(block) {
    const number = Number(block.getFieldValue('NUM'));
    if (!Number.isFinite(number)) return [`float("${number > 0 ? 'inf' : '-inf'}")`, Order.FUNCTION_CALL];
    return [String(number), number < 0 ? Order.UNARY_SIGN : Order.ATOMIC];
  },
  math_arithmetic: arithmetic,
  math_modulo(block, program) {
    const [a, b] = ['DIVIDEND', 'DIVISOR'] as const;
    if (program.literal(block, b)) {
      const order = Order.MULTIPLICATIVE;
      return [`${program.value(block, a, order)} % ${program.value(block, b, order)}`, order];
    }
    const name = program.helper('remainder');
    return [`${name}(${program.value(block, a)}, ${program.value(block, b)})`, Order.FUNCTION_CALL];
  },
  math_round(block, program) {
    const kind = block.getFieldValue('OP');
    if (kind === 'ROUND') {
      const number = program.value(block, 'NUM', Order.ADDITIVE);
      return [`${program.use('math', 'floor')}(${number} + 0.5)`, Order.FUNCTION_CALL];
    }
    const name = program.use('math', kind === 'ROUNDUP' ? 'ceil' : 'floor');
    return [`${name}(${program.value(block, 'NUM')})`, Order.FUNCTION_CALL];
  },
  math_single(block, program) {
    const name = String(block.getFieldValue('OP'));
    if (name === 'NEG') return [`-${program.value(block, 'NUM', Order.UNARY_SIGN)}`, Order.UNARY_SIGN];
    if (name === 'POW10')
      return [`10 ** ${program.value(block, 'NUM', Order.EXPONENTIATION)}`, Order.EXPONENTIATION];
    const call = name === 'ABS' ? 'abs' : program.use('math', singles[name] ?? 'sqrt');
    return [`${call}(${program.value(block, 'NUM')})`, Order.FUNCTION_CALL];
  },
  steckbrett_minmax(block, program) {
    const name = block.getFieldValue('OP') === 'max' ? 'max' : 'min';
    return [`${name}(${program.value(block, 'A')}, ${program.value(block, 'B')})`, Order.FUNCTION_CALL];
  },
  math_constrain(block, program) {
    const [value, low, high] = ['VALUE', 'LOW', 'HIGH'].map((input) => program.value(block, input));
    return [`min(max(${value}, ${low}), ${high})`, Order.FUNCTION_CALL];
  },
  steckbrett_map(block, program) {
    const inputs = ['VALUE', 'FROM_LOW', 'FROM_HIGH', 'TO_LOW', 'TO_HIGH'];
    const values = inputs.map((input) => program.value(block, input));
    return [`${program.helper('map_range')}(${values.join(', ')})`, Order.FUNCTION_CALL];
  },
  math_on_list: onList,
  math_random_int(block, program) {
    const [from, to] = [program.literal(block, 'FROM'), program.literal(block, 'TO')];
    const known = from !== undefined && to !== undefined;
    const ends = [program.whole(block, 'FROM'), program.whole(block, 'TO')];
    const name = program.use('random', 'randint');
    if (known) return [`${name}(${(from <= to ? ends : ends.reverse()).join(', ')})`, Order.FUNCTION_CALL];
    // The block takes its ends in any order.
    return [`${name}(*sorted([${ends.join(', ')}]))`, Order.FUNCTION_CALL];
  },
  math_random_float: (_block, program) => [`${program.use('random', 'random')}()`, Order.FUNCTION_CALL],
} satisfies Record<string, WritePython>;

import type { Block } from 'blockly/core';
import { rewritten, withoutMarks } from '../../code-marks.ts';
import { Order } from '../order.ts';
import type { PythonProgram } from '../python-program.ts';

/** The place in an input, as Python counts it: from 0, or with -1 as the last. */
export function indexIn(block: Block, where: string, list: string, program: PythonProgram): string {
  if (where === 'FIRST') return '0';
  if (where === 'LAST') return '-1';
  if (where === 'RANDOM') return `${program.use('random', 'randrange')}(len(${withoutMarks(list)}))`;
  const number = program.literal(block, 'AT');
  if (where === 'FROM_END') {
    return `-${program.whole(block, 'AT', Order.UNARY_SIGN, '1')}`;
  }
  const code = program.whole(block, 'AT', Order.ADDITIVE, '1');
  if (number === undefined || !block.getInputTargetBlock('AT')) return number === 0 ? '0' : `${code} - 1`;
  return rewritten(code, String(Math.trunc(number) - 1));
}

/** From one place to another of a text or a list. */
export function partOf(block: Block, input: string, empty: string, program: PythonProgram): [string, number] {
  const [first, last] = [1, 2].map((end) => {
    const where = String(block.getFieldValue(`WHERE${end}`));
    if (where === 'FIRST') return '1';
    if (where === 'LAST') return '-1';
    const number = program.whole(
      block,
      `AT${end}`,
      where === 'FROM_END' ? Order.UNARY_SIGN : Order.NONE,
      '1',
    );
    return where === 'FROM_END' ? `-${number}` : number;
  });
  const whole = program.value(block, input, Order.NONE, empty);
  return [`${program.helper('part_of')}(${whole}, ${first}, ${last})`, Order.FUNCTION_CALL];
}

/** Pupils count from 1, parts from 0: the number in an input, less one. */
export function placeIn(block: Block, input: string, program: PythonProgram): string {
  const number = program.literal(block, input);
  const code = program.whole(block, input, Order.ADDITIVE, '1');
  if (!block.getInputTargetBlock(input)) return '0';
  return number === undefined ? `${code} - 1` : rewritten(code, String(Math.trunc(number) - 1));
}

import type { Block } from 'blockly/core';
import { isOnly, Kind } from '../kinds.ts';
import { Order } from '../order.ts';
import type { WritePython } from '../python-block.ts';
import type { PythonProgram } from '../python-program.ts';
import { indexIn, partOf } from './places.ts';

const none = '[]';

function getItem(block: Block, program: PythonProgram): string | [string, number] {
  const where = String(block.getFieldValue('WHERE'));
  const mode = String(block.getFieldValue('MODE'));
  const list = program.value(block, 'VALUE', Order.MEMBER, none);
  if (mode === 'GET' && where === 'RANDOM')
    return [`${program.use('random', 'choice')}(${list})`, Order.FUNCTION_CALL];
  const index = indexIn(block, where, list, program);
  if (mode === 'GET') return [`${list}[${index}]`, Order.MEMBER];
  const code = `${list}.pop(${index === '-1' ? '' : index})`;
  return mode === 'REMOVE' ? `${code}\n` : [code, Order.FUNCTION_CALL];
}

function setItem(block: Block, program: PythonProgram): string {
  const where = String(block.getFieldValue('WHERE'));
  const list = program.value(block, 'LIST', Order.MEMBER, none);
  const index = indexIn(block, where, list, program);
  const item = program.value(block, 'TO', Order.NONE, 'None');
  if (block.getFieldValue('MODE') !== 'INSERT') return `${list}[${index}] = ${item}\n`;
  return where === 'LAST' ? `${list}.append(${item})\n` : `${list}.insert(${index}, ${item})\n`;
}

const orders: Readonly<Record<string, string>> = {
  NUMERIC: 'key=float',
  TEXT: 'key=str',
  IGNORE_CASE: 'key=lambda item: str(item).lower()',
};

/** Lists, which Python counts from 0 and blocks from 1. */
export const lists = {
  lists_create_empty: () => [none, Order.ATOMIC],
  lists_create_with(block, program) {
    const items: string[] = [];
    for (let item = 0; block.getInput(`ADD${item}`); item++)
      items.push(program.value(block, `ADD${item}`, Order.NONE, 'None'));
    return [`[${items.join(', ')}]`, Order.ATOMIC];
  },
  lists_length: (block, program) => [
    `len(${program.value(block, 'VALUE', Order.NONE, none)})`,
    Order.FUNCTION_CALL,
  ],
  lists_isEmpty: (block, program) => [
    `not ${program.value(block, 'VALUE', Order.LOGICAL_NOT, none)}`,
    Order.LOGICAL_NOT,
  ],
  lists_indexOf(block, program) {
    const item = program.value(block, 'FIND', Order.NONE, '""');
    const list = program.value(block, 'VALUE', Order.NONE, none);
    const name = program.helper(block.getFieldValue('END') === 'LAST' ? 'last_place_of' : 'place_of');
    return [`${name}(${item}, ${list})`, Order.FUNCTION_CALL];
  },
  lists_getIndex: getItem,
  lists_setIndex: setItem,
  lists_getSublist: (block, program) => partOf(block, 'LIST', none, program),
  lists_split(block, program) {
    const between = program.value(block, 'DELIM', Order.MEMBER, '""');
    if (block.getFieldValue('MODE') === 'JOIN') {
      const list = program.value(block, 'INPUT', Order.NONE, none);
      const text = program.toText(program.analysis.kinds.ofItems());
      return [`${between}.join(map(${text}, ${list}))`, Order.FUNCTION_CALL];
    }
    const delimiter = block.getInputTargetBlock('DELIM');
    const nothing = !delimiter || (delimiter.type === 'text' && delimiter.getFieldValue('TEXT') === '');
    if (nothing) return [`list(${program.value(block, 'INPUT', Order.NONE, '""')})`, Order.FUNCTION_CALL];
    return [`${program.value(block, 'INPUT', Order.MEMBER, '""')}.split(${between})`, Order.FUNCTION_CALL];
  },
  lists_sort(block, program) {
    const list = program.value(block, 'LIST', Order.NONE, none);
    const by = orders[String(block.getFieldValue('TYPE'))] ?? 'key=str';
    const reverse = Number(block.getFieldValue('DIRECTION')) < 0 ? ', reverse=True' : '';
    return [`sorted(${list}, ${by}${reverse})`, Order.FUNCTION_CALL];
  },
  lists_reverse: (block, program) => [
    `${program.value(block, 'LIST', Order.MEMBER, none)}[::-1]`,
    Order.MEMBER,
  ],
} satisfies Record<string, WritePython>;

/** Variables belong to the whole program and begin at 0. */
export const variables = {
  variables_get: (block, program) => [program.variable(block), Order.ATOMIC],
  variables_set(block, program) {
    const value = program.value(block, 'VALUE');
    return `${program.changed(block)} = ${value}\n`;
  },
  math_change(block, program) {
    const id = String(block.getFieldValue('VAR'));
    const value = program.value(block, 'DELTA', Order.ADDITIVE);
    const name = program.changed(block);
    const numbers = isOnly(program.analysis.kinds.ofVariable(id), Kind.int | Kind.float);
    return numbers
      ? `${name} += ${value}\n`
      : `${name} = ${program.helper('number_of')}(${name}) + ${value}\n`;
  },
} satisfies Record<string, WritePython>;

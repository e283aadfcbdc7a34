import type { Block } from 'blockly/core';
import { Kind } from '../kinds.ts';
import { Order } from '../order.ts';
import type { WritePython } from '../python-block.ts';
import type { PythonProgram } from '../python-program.ts';
import { pythonString } from '../python-text.ts';
import { partOf } from './places.ts';

const empty = '""';
const cases: Readonly<Record<string, string>> = {
  UPPERCASE: 'upper',
  LOWERCASE: 'lower',
  TITLECASE: 'title',
};
const trims: Readonly<Record<string, string>> = { LEFT: 'lstrip', RIGHT: 'rstrip', BOTH: 'strip' };

/** The text in an input, to call something of it. */
function textOf(block: Block, input: string, program: PythonProgram): string {
  return program.value(block, input, Order.MEMBER, empty);
}

function letterAt(block: Block, program: PythonProgram): [string, number] {
  const where = String(block.getFieldValue('WHERE'));
  const text = textOf(block, 'VALUE', program);
  if (where === 'RANDOM') return [`${program.use('random', 'choice')}(${text})`, Order.FUNCTION_CALL];
  if (where === 'FIRST') return [`${text}[:1]`, Order.MEMBER];
  if (where === 'LAST') return [`${text}[-1:]`, Order.MEMBER];
  const place =
    where === 'FROM_END'
      ? `-${program.whole(block, 'AT', Order.UNARY_SIGN, '1')}`
      : program.whole(block, 'AT', Order.NONE, '1');
  return [`${program.helper('letter')}(${text}, ${place})`, Order.FUNCTION_CALL];
}

/** Texts, and what a program writes. */
export const text = {
  text: (block) => [pythonString(String(block.getFieldValue('TEXT') ?? '')), Order.ATOMIC],
  text_join(block, program) {
    const parts: string[] = [];
    for (let item = 0; block.getInput(`ADD${item}`); item++)
      if (block.getInputTargetBlock(`ADD${item}`))
        parts.push(program.text(block, `ADD${item}`, Order.ADDITIVE));
    return [parts.join(' + ') || empty, parts.length > 1 ? Order.ADDITIVE : Order.FUNCTION_CALL];
  },
  text_append(block, program) {
    const added = program.text(block, 'TEXT', Order.ADDITIVE);
    const name = program.changed(block);
    const kind = program.analysis.kinds.ofVariable(String(block.getFieldValue('VAR')));
    return `${name} = ${program.toText(kind)}(${name}) + ${added}\n`;
  },
  text_length: (block, program) => [
    `len(${program.value(block, 'VALUE', Order.NONE, empty)})`,
    Order.FUNCTION_CALL,
  ],
  text_isEmpty: (block, program) => [
    `not ${program.value(block, 'VALUE', Order.LOGICAL_NOT, empty)}`,
    Order.LOGICAL_NOT,
  ],
  steckbrett_text_contains: (block, program) => [
    `${program.text(block, 'PART', Order.RELATIONAL)} in ${program.text(block, 'TEXT', Order.RELATIONAL)}`,
    Order.RELATIONAL,
  ],
  text_indexOf(block, program) {
    const find = block.getFieldValue('END') === 'LAST' ? 'rfind' : 'find';
    const code = `${textOf(block, 'VALUE', program)}.${find}(${program.value(block, 'FIND', Order.NONE, empty)})`;
    return [`${code} + 1`, Order.ADDITIVE];
  },
  text_charAt: letterAt,
  text_getSubstring: (block, program) => partOf(block, 'STRING', empty, program),
  text_changeCase: (block, program) => [
    `${textOf(block, 'TEXT', program)}.${cases[String(block.getFieldValue('CASE'))] ?? 'upper'}()`,
    Order.FUNCTION_CALL,
  ],
  text_trim: (block, program) => [
    `${textOf(block, 'TEXT', program)}.${trims[String(block.getFieldValue('MODE'))] ?? 'strip'}()`,
    Order.FUNCTION_CALL,
  ],
  text_replace(block, program) {
    const [from, to] = ['FROM', 'TO'].map((input) => program.value(block, input, Order.NONE, empty));
    return [`${textOf(block, 'TEXT', program)}.replace(${from}, ${to})`, Order.FUNCTION_CALL];
  },
  text_reverse: (block, program) => [`${textOf(block, 'TEXT', program)}[::-1]`, Order.MEMBER],
  steckbrett_text_to_number: (block, program) => [
    `${program.helper('text_to_number')}(${program.value(block, 'TEXT', Order.NONE, empty)})`,
    Order.FUNCTION_CALL,
  ],
  steckbrett_print(block, program) {
    const { kinds } = program.analysis;
    const kind = kinds.in(block, 'VALUE');
    if (kind === Kind.list && !(kinds.ofItems() & (Kind.float | Kind.list)))
      return `print(*${program.value(block, 'VALUE', Order.MEMBER, empty)}, sep=", ")\n`;
    if (!(kind & (Kind.float | Kind.list)))
      return `print(${program.value(block, 'VALUE', Order.NONE, empty)})\n`;
    // A number that stands there as it is needs no tidying.
    const plainNumber = program.literal(block, 'VALUE') !== undefined;
    return `print(${plainNumber ? program.value(block, 'VALUE') : program.text(block, 'VALUE')})\n`;
  },
} satisfies Record<string, WritePython>;

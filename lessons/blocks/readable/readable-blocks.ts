import type { Block } from 'blockly/core';
import type { JavascriptGenerator } from 'blockly/javascript';
import type { BlockType } from '../block-types.ts';
import type { Generate } from '../family.ts';
import { Order } from '../order.ts';

const value = (block: Block, generator: JavascriptGenerator, input: string, order: number, empty: string) =>
  generator.valueToCode(block, input, order) || empty;

const isNumber = (code: string) => /^-?\d+(?:\.\d+)?$/.test(code);

/** A procedure: an async function, because it may wait. */
function definition(block: Block, generator: JavascriptGenerator): string {
  const parameters = block.getVarModels().map((variable) => generator.getVariableName(variable.getId()));
  const name = generator.getProcedureName(String(block.getFieldValue('NAME')));
  const body = block.getInput('STACK') ? generator.statementToCode(block, 'STACK') : '';
  const returned = block.getInput('RETURN') ? value(block, generator, 'RETURN', Order.NONE, '0') : '';
  const end = returned === '' ? '' : `${generator.INDENT}return ${returned};\n`;
  return `async function ${name}(${parameters.join(', ')}) {\n${body}${end}}\n`;
}

function call(block: Block, generator: JavascriptGenerator): string {
  const values = block
    .getVarModels()
    .map((_, index) => value(block, generator, `ARG${index}`, Order.ASSIGNMENT, '0'));
  return `await ${generator.getProcedureName(String(block.getFieldValue('NAME')))}(${values.join(', ')})`;
}

/** Texts side by side; where neither of the first two is surely a text, an empty one keeps numbers from being added. */
function joined(block: Block, generator: JavascriptGenerator): [string, number] {
  const items: string[] = [];
  for (let index = 0; block.getInput(`ADD${index}`); index++)
    // As if it were subtracted: a sum in it needs its brackets, or it would be joined instead of added.
    items.push(value(block, generator, `ADD${index}`, Order.SUBTRACTION, "''"));
  if (items.length === 0) return ["''", Order.ATOMIC];
  if (!items.slice(0, 2).some((item) => item.startsWith("'"))) items.unshift("''");
  return items.length === 1 ? [items[0] as string, Order.ATOMIC] : [items.join(' + '), Order.ADDITION];
}

/**
 * What reads otherwise than it runs: the program gives way in its loops, counts its rounds, and looks out for what a
 * variable holds. All other blocks read as they run, but for the forms of `readable-forms.ts`.
 */
export const readableBlocks: Partial<Record<BlockType, Generate>> = {
  steckbrett_forever: (block, generator) => `while (true) {\n${generator.statementToCode(block, 'DO')}}\n`,
  steckbrett_repeat: (block, generator) => {
    const times = value(block, generator, 'TIMES', Order.ASSIGNMENT, '0');
    const name = (wanted: string) => generator.nameDB_?.getDistinctName(wanted, 'VARIABLE') ?? wanted;
    const round = name('round');
    // The number of rounds is worked out once.
    const once = isNumber(times) ? '' : name('rounds');
    const head = once === '' ? `let ${round} = 0` : `let ${round} = 0, ${once} = ${times}`;
    return (
      `for (${head}; ${round} < ${once || times}; ${round}++) {\n` +
      `${generator.statementToCode(block, 'DO')}}\n`
    );
  },
  steckbrett_wait_until: (block, generator) =>
    `await waitUntil(() => ${value(block, generator, 'CONDITION', Order.ASSIGNMENT, 'false')});\n`,
  controls_for: (block, generator) => {
    const name = generator.getVariableName(String(block.getFieldValue('VAR')));
    const [from, to, by] = (['FROM', 'TO', 'BY'] as const).map((input) =>
      value(block, generator, input, Order.ASSIGNMENT, input === 'BY' ? '1' : '0'),
    ) as [string, string, string];
    const body = generator.statementToCode(block, 'DO');
    if (![from, to, by].every(isNumber)) return `for (${name} of count(${from}, ${to}, ${by})) {\n${body}}\n`;
    const up = Number(from) <= Number(to);
    const step = Math.abs(Number(by));
    const next = step === 1 ? (up ? '++' : '--') : `${up ? ' +=' : ' -='} ${step}`;
    return `for (${name} = ${from}; ${name} ${up ? '<=' : '>='} ${to}; ${name}${next}) {\n${body}}\n`;
  },
  controls_forEach: (block, generator) =>
    `for (${generator.getVariableName(String(block.getFieldValue('VAR')))} of ` +
    `${value(block, generator, 'LIST', Order.ASSIGNMENT, '[]')}) {\n` +
    `${generator.statementToCode(block, 'DO')}}\n`,
  math_change: (block, generator) => {
    const name = generator.getVariableName(String(block.getFieldValue('VAR')));
    const by = value(block, generator, 'DELTA', Order.ASSIGNMENT, '0');
    return isNumber(by) && by.startsWith('-') ? `${name} -= ${by.slice(1)};\n` : `${name} += ${by};\n`;
  },
  text_join: joined,
  text_append: (block, generator) =>
    `${generator.getVariableName(String(block.getFieldValue('VAR')))} += ` +
    `${value(block, generator, 'TEXT', Order.ASSIGNMENT, "''")};\n`,
  procedures_defnoreturn: definition,
  procedures_defreturn: definition,
  procedures_callnoreturn: (block, generator) => `${call(block, generator)};\n`,
  procedures_callreturn: (block, generator) => [call(block, generator), Order.UNARY_NEGATION],
};

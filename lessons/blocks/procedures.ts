import type { Block } from 'blockly/core';
import type { JavascriptGenerator } from 'blockly/javascript';
import type { BlockFamily } from './family.ts';
import { Order } from './order.ts';
import { quoteId } from './quote.ts';

/**
 * A generator function, so that waits and loop traps work inside. Parameters hide the program's variables of the
 * same name, so that every call has its own. The loop trap stands at the beginning: a procedure may call itself.
 */
function definition(block: Block, generator: JavascriptGenerator): string {
  const parameters = block.getVarModels().map((variable) => generator.getVariableName(variable.getId()));
  const name = generator.getProcedureName(String(block.getFieldValue('NAME')));
  const trap = generator.prefixLines(generator.INFINITE_LOOP_TRAP ?? '', generator.INDENT);
  const body = block.getInput('STACK') ? generator.statementToCode(block, 'STACK') : '';
  const value = block.getInput('RETURN') ? generator.valueToCode(block, 'RETURN', Order.NONE) || '0' : '';
  const returned = value
    ? generator.prefixLines(
        `$b = ${quoteId(block)}; if ($p) yield* $at();\nreturn ${value};\n`,
        generator.INDENT,
      )
    : '';
  return `function* ${name}(${parameters.join(', ')}) {\n${trap}${body}${returned}}\n`;
}

function call(block: Block, generator: JavascriptGenerator): string {
  const values = block
    .getVarModels()
    .map((_, index) => generator.valueToCode(block, `ARG${index}`, Order.ASSIGNMENT) || '0');
  return `yield* ${generator.getProcedureName(String(block.getFieldValue('NAME')))}(${values.join(', ')})`;
}

/**
 * The pupil's own blocks: Blockly's procedures. Their category is filled by Blockly, with one block for each
 * definition.
 */
export const procedures: BlockFamily = {
  category: 'procedures',
  blocks: [
    { type: 'procedures_defnoreturn', procedure: true, generate: definition },
    { type: 'procedures_defreturn', procedure: true, generate: definition },
    {
      type: 'procedures_callnoreturn',
      inline: true,
      generate: (block, generator) => `${call(block, generator)};\n`,
    },
    {
      type: 'procedures_callreturn',
      inline: true,
      generate: (block, generator) => [call(block, generator), Order.YIELD],
    },
    { type: 'procedures_ifreturn' },
  ],
};

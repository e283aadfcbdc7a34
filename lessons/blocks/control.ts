import type { Block } from 'blockly/core';
import type { JavascriptGenerator } from 'blockly/javascript';
import { type BlockFamily, shadowNumber } from './family.ts';
import { Order } from './order.ts';

/** How often "wait until" looks: a hundred times a second is faster than a finger and leaves the Pi idle. */
const pollSeconds = 0.01;

/** The blocks in a loop's mouth, with the loop trap in front. */
function loopBody(block: Block, generator: JavascriptGenerator): string {
  return generator.addLoopTrap(generator.statementToCode(block, 'DO'), block);
}

/** A name for a counter that no variable of the pupil has. */
function counterName(block: Block, generator: JavascriptGenerator, name: string): string {
  return generator.nameDB_?.getDistinctName(name, 'VARIABLE') ?? `${name}_${block.id}`;
}

/** Order and repetition. */
export const control: BlockFamily = {
  category: 'control',
  blocks: [
    {
      type: 'steckbrett_wait',
      definition: {
        message0: '%{BKY_STECKBRETT_WAIT}',
        args0: [{ type: 'input_value', name: 'SECONDS', check: 'Number' }],
        inputsInline: true,
        previousStatement: null,
        nextStatement: null,
        style: 'steckbrett_control',
        tooltip: '%{BKY_STECKBRETT_WAIT_TOOLTIP}',
      },
      inputs: { SECONDS: shadowNumber(1) },
      generate: (block, generator) =>
        `yield* $wait(${generator.valueToCode(block, 'SECONDS', Order.NONE) || '0'});\n`,
    },
    {
      type: 'steckbrett_forever',
      loop: true,
      definition: {
        message0: '%{BKY_STECKBRETT_FOREVER}',
        message1: '%1',
        args1: [{ type: 'input_statement', name: 'DO' }],
        previousStatement: null,
        style: 'steckbrett_control',
        tooltip: '%{BKY_STECKBRETT_FOREVER_TOOLTIP}',
      },
      generate: (block, generator) => `for (;;) {\n${loopBody(block, generator)}}\n`,
    },
    {
      type: 'steckbrett_repeat',
      loop: true,
      definition: {
        message0: '%{BKY_STECKBRETT_REPEAT}',
        args0: [{ type: 'input_value', name: 'TIMES', check: 'Number' }],
        message1: '%1',
        args1: [{ type: 'input_statement', name: 'DO' }],
        inputsInline: true,
        previousStatement: null,
        nextStatement: null,
        style: 'steckbrett_control',
        tooltip: '%{BKY_STECKBRETT_REPEAT_TOOLTIP}',
      },
      inputs: { TIMES: shadowNumber(10) },
      // The number is worked out once, before the first round.
      generate: (block, generator) => {
        const round = counterName(block, generator, 'round');
        const rounds = counterName(block, generator, 'rounds');
        const times = generator.valueToCode(block, 'TIMES', Order.ASSIGNMENT) || '0';
        return (
          `for (let ${round} = 0, ${rounds} = ${times}; ${round} < ${rounds}; ${round}++) {\n` +
          `${loopBody(block, generator)}}\n`
        );
      },
    },
    { type: 'controls_whileUntil' },
    { type: 'controls_for', inputs: { FROM: shadowNumber(1), TO: shadowNumber(10), BY: shadowNumber(1) } },
    { type: 'controls_flow_statements' },
    // Blockly counts these as logic; here, as in Scratch, they are found with the loops.
    { type: 'controls_if', style: 'steckbrett_control' },
    { type: 'controls_ifelse', style: 'steckbrett_control' },
    {
      type: 'steckbrett_wait_until',
      definition: {
        message0: '%{BKY_STECKBRETT_WAIT_UNTIL}',
        args0: [{ type: 'input_value', name: 'CONDITION', check: 'Boolean' }],
        inputsInline: true,
        previousStatement: null,
        nextStatement: null,
        style: 'steckbrett_control',
        tooltip: '%{BKY_STECKBRETT_WAIT_UNTIL_TOOLTIP}',
      },
      // An empty gap is never true; the stack then waits until the program is stopped, as in Scratch.
      generate: (block, generator) => {
        const condition = generator.valueToCode(block, 'CONDITION', Order.LOGICAL_NOT) || 'false';
        return `while (!${condition}) yield* $wait(${pollSeconds});\n`;
      },
    },
  ],
};

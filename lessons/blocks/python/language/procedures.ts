import type { Block } from 'blockly/core';
import { Order } from '../order.ts';
import type { WritePython } from '../python-block.ts';
import type { PythonProgram } from '../python-program.ts';

function nameOf(block: Block, program: PythonProgram): string {
  return program.names.getName(String(block.getFieldValue('NAME')), 'PROCEDURE');
}

function definition(block: Block, program: PythonProgram): string {
  const parameters = block.getVarModels().map((variable) => variable.getId());
  return program.function(nameOf(block, program), parameters, () => {
    const body = program.stack(block.getInputTargetBlock('STACK'));
    return block.getInput('RETURN') ? `${body}return ${program.value(block, 'RETURN')}\n` : body;
  });
}

function call(block: Block, program: PythonProgram): string {
  const values = block.getVarModels().map((_, index) => program.value(block, `ARG${index}`));
  return `${nameOf(block, program)}(${values.join(', ')})`;
}

/** The pupil's own blocks. */
export const procedures = {
  procedures_defnoreturn: definition,
  procedures_defreturn: definition,
  procedures_callnoreturn: (block, program) => `${call(block, program)}\n`,
  procedures_callreturn: (block, program) => [call(block, program), Order.FUNCTION_CALL],
  procedures_ifreturn(block, program) {
    if (!program.inFunction)
      return `pass  # ${program.says('nur in einem eigenen Block', 'only in a block of your own')}\n`;
    const condition = program.value(block, 'CONDITION', Order.NONE, 'False');
    const gives = block.getRootBlock().type === 'procedures_defreturn';
    const value = gives ? ` ${program.value(block, 'VALUE', Order.NONE, 'None')}` : '';
    return `if ${condition}:\n${program.INDENT}return${value}\n`;
  },
} satisfies Record<string, WritePython>;

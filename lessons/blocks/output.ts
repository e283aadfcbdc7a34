import { type BlockFamily, shadowText } from './family.ts';
import { Order } from './order.ts';

/** What a program tells people. */
export const output: BlockFamily = {
  category: 'output',
  blocks: [
    {
      type: 'steckbrett_print',
      definition: {
        message0: '%{BKY_STECKBRETT_PRINT}',
        args0: [{ type: 'input_value', name: 'VALUE' }],
        inputsInline: true,
        previousStatement: null,
        nextStatement: null,
        style: 'steckbrett_output',
        tooltip: '%{BKY_STECKBRETT_PRINT_TOOLTIP}',
      },
      inputs: { VALUE: shadowText('') },
      generate: (block, generator) =>
        `$print(${generator.valueToCode(block, 'VALUE', Order.NONE) || "''"});\n`,
    },
  ],
};

import type { PartFamily } from './family.ts';
import { Order } from './order.ts';
import { partArgument, partExtension } from './part-argument.ts';
import { quoteField } from './quote.ts';

/** Button: is it pressed? Its hat is with the events. */
export const button: PartFamily = {
  part: 'button',
  category: 'sensing',
  blocks: [
    {
      type: 'steckbrett_button_pressed',
      definition: {
        message0: '%{BKY_STECKBRETT_BUTTON_PRESSED}',
        args0: [partArgument('button')],
        output: 'Boolean',
        style: 'steckbrett_sensing',
        extensions: [partExtension],
        tooltip: '%{BKY_STECKBRETT_BUTTON_PRESSED_TOOLTIP}',
      },
      generate: (block) => [`$read(${quoteField(block, 'PART')}, 'pressed')`, Order.FUNCTION_CALL],
    },
  ],
};

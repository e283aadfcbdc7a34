import { type PartFamily, shadowNumber } from './family.ts';
import { Order } from './order.ts';
import { partArgument, partExtension } from './part-argument.ts';
import { quoteField } from './quote.ts';

/** LED: on, off, the other way round, dimmed. */
export const led: PartFamily = {
  part: 'led',
  category: 'light',
  blocks: [
    {
      type: 'steckbrett_led_set',
      definition: {
        message0: '%{BKY_STECKBRETT_LED_SET}',
        args0: [
          partArgument('led'),
          {
            type: 'field_dropdown',
            name: 'STATE',
            options: [
              ['%{BKY_STECKBRETT_ON}', 'on'],
              ['%{BKY_STECKBRETT_OFF}', 'off'],
            ],
          },
        ],
        previousStatement: null,
        nextStatement: null,
        style: 'steckbrett_light',
        extensions: [partExtension],
        tooltip: '%{BKY_STECKBRETT_LED_SET_TOOLTIP}',
      },
      generate: (block) => `$do(${quoteField(block, 'PART')}, ${quoteField(block, 'STATE')});\n`,
    },
    {
      type: 'steckbrett_led_toggle',
      definition: {
        message0: '%{BKY_STECKBRETT_LED_TOGGLE}',
        args0: [partArgument('led')],
        previousStatement: null,
        nextStatement: null,
        style: 'steckbrett_light',
        extensions: [partExtension],
        tooltip: '%{BKY_STECKBRETT_LED_TOGGLE_TOOLTIP}',
      },
      generate: (block) => `$do(${quoteField(block, 'PART')}, 'toggle');\n`,
    },
    {
      type: 'steckbrett_led_brightness',
      definition: {
        message0: '%{BKY_STECKBRETT_LED_BRIGHTNESS}',
        args0: [partArgument('led'), { type: 'input_value', name: 'PERCENT', check: 'Number' }],
        inputsInline: true,
        previousStatement: null,
        nextStatement: null,
        style: 'steckbrett_light',
        extensions: [partExtension],
        tooltip: '%{BKY_STECKBRETT_LED_BRIGHTNESS_TOOLTIP}',
      },
      inputs: { PERCENT: shadowNumber(50) },
      generate: (block, generator) => {
        const percent = generator.valueToCode(block, 'PERCENT', Order.NONE) || '0';
        return `$do(${quoteField(block, 'PART')}, 'brightness', ${percent});\n`;
      },
    },
  ],
};

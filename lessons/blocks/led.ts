import type { WiredPart } from '../../device/contract/wiring.ts';
import type { PartFamily } from './family.ts';
import { partArgument, partExtension } from './part-argument.ts';
import { quoteField } from './quote.ts';

const names = {
  red: 'STECKBRETT_PART_LED_RED',
  amber: 'STECKBRETT_PART_LED_AMBER',
  green: 'STECKBRETT_PART_LED_GREEN',
  blue: 'STECKBRETT_PART_LED_BLUE',
  white: 'STECKBRETT_PART_LED_WHITE',
  yellow: 'STECKBRETT_PART_LED_YELLOW',
} as const;

/** LED: on, off, the other way round. */
export const led: PartFamily = {
  part: 'led',
  category: 'light',
  nameOf: (part: WiredPart) => (part.color ? names[part.color] : 'STECKBRETT_PART_LED'),
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
  ],
};

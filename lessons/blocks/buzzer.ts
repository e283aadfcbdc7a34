import { type PartFamily, shadowNumber } from './family.ts';
import { Order } from './order.ts';
import { partArgument, partExtension } from './part-argument.ts';
import { quoteField } from './quote.ts';

/** Buzzer: on, off, one beep. */
export const buzzer: PartFamily = {
  part: 'buzzer',
  category: 'sound',
  blocks: [
    {
      type: 'steckbrett_buzzer_set',
      definition: {
        message0: '%{BKY_STECKBRETT_BUZZER_SET}',
        args0: [
          partArgument('buzzer'),
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
        style: 'steckbrett_sound',
        extensions: [partExtension],
        tooltip: '%{BKY_STECKBRETT_BUZZER_SET_TOOLTIP}',
      },
      generate: (block) => `$do(${quoteField(block, 'PART')}, ${quoteField(block, 'STATE')});\n`,
    },
    {
      type: 'steckbrett_buzzer_beep',
      definition: {
        message0: '%{BKY_STECKBRETT_BUZZER_BEEP}',
        args0: [partArgument('buzzer'), { type: 'input_value', name: 'SECONDS', check: 'Number' }],
        inputsInline: true,
        previousStatement: null,
        nextStatement: null,
        style: 'steckbrett_sound',
        extensions: [partExtension],
        tooltip: '%{BKY_STECKBRETT_BUZZER_BEEP_TOOLTIP}',
      },
      inputs: { SECONDS: shadowNumber(0.5) },
      // The stack waits while it beeps; other stacks go on. The end of a program silences the buzzer anyway.
      generate: (block, generator) => {
        const part = quoteField(block, 'PART');
        const seconds = generator.valueToCode(block, 'SECONDS', Order.NONE) || '0';
        return `$do(${part}, 'on');\nyield* $wait(${seconds});\n$do(${part}, 'off');\n`;
      },
    },
  ],
};

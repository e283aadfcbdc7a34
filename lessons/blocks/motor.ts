import { type PartFamily, shadowNumber } from './family.ts';
import { Order } from './order.ts';
import { choice, gap, inGap, partCommand, plainCommand } from './part-block.ts';

const part = 'motor';
const category = 'movement';

/** Motor: forwards or backwards with some of its power, stop. */
export const motor: PartFamily = {
  part,
  category,
  blocks: [
    partCommand({
      type: 'steckbrett_motor_run',
      part,
      category,
      args: [
        choice('DIRECTION', [
          ['FORWARD', 'forward'],
          ['BACKWARD', 'backward'],
        ]),
        gap('PERCENT', 'Number'),
      ],
      inputs: { PERCENT: shadowNumber(60) },
      generate: (id, block, generator) => {
        if (block.getFieldValue('DIRECTION') !== 'backward')
          return `$do(${id}, 'run', ${inGap(block, generator, 'PERCENT')});\n`;
        const power = generator.valueToCode(block, 'PERCENT', Order.UNARY_NEGATION) || '0';
        // A space keeps "minus minus five" from becoming a decrement.
        return `$do(${id}, 'run', -${power.startsWith('-') ? ' ' : ''}${power});\n`;
      },
    }),
    plainCommand({ type: 'steckbrett_motor_stop', part, category }, 'stop'),
  ],
};

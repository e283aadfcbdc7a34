import { type PartFamily, shadowNumber } from './family.ts';
import { gap, inGap, partCommand, plainCommand, switchCommand } from './part-block.ts';

const part = 'output-pin';
const category = 'output';

/** A bare output: on, off, the other way round, pulses. */
export const outputPin: PartFamily = {
  part,
  category,
  blocks: [
    switchCommand({ type: 'steckbrett_pin_set', part, category }),
    plainCommand({ type: 'steckbrett_pin_toggle', part, category }, 'toggle'),
    partCommand({
      type: 'steckbrett_pin_pulse',
      part,
      category,
      args: [gap('PERCENT', 'Number'), gap('HERTZ', 'Number')],
      inputs: { PERCENT: shadowNumber(50), HERTZ: shadowNumber(100) },
      generate: (id, block, generator) =>
        `$do(${id}, 'pulse', ${inGap(block, generator, 'PERCENT')}, ${inGap(block, generator, 'HERTZ')});\n`,
    }),
  ],
};

import { writeLine } from './display-line.ts';
import { type PartFamily, shadowNumber } from './family.ts';
import { choice, gap, inGap, partCommand, plainCommand } from './part-block.ts';

const part = 'oled';
const category = 'display';

/** OLED display: write a line, one dot, clear. */
export const oled: PartFamily = {
  part,
  category,
  blocks: [
    writeLine(part),
    partCommand({
      type: 'steckbrett_oled_pixel',
      part,
      category,
      args: [
        gap('X', 'Number'),
        gap('Y', 'Number'),
        choice('STATE', [
          ['ON', 'true'],
          ['OFF', 'false'],
        ]),
      ],
      inputs: { X: shadowNumber(64), Y: shadowNumber(32) },
      generate: (id, block, generator) =>
        `$do(${id}, 'pixel', ${inGap(block, generator, 'X')}, ${inGap(block, generator, 'Y')}, ` +
        `${block.getFieldValue('STATE') === 'true'});\n`,
    }),
    plainCommand({ type: 'steckbrett_oled_clear', part, category }, 'clear'),
  ],
};

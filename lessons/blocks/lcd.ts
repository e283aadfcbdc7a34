import { type PartFamily, shadowNumber, shadowText } from './family.ts';
import { gap, inGap, partCommand, plainCommand, textInGap } from './part-block.ts';

const part = 'lcd';
const category = 'display';

/** LCD with two lines of 16 letters: write a line, clear. */
export const lcd: PartFamily = {
  part,
  category,
  blocks: [
    partCommand({
      type: 'steckbrett_lcd_write',
      part,
      category,
      args: [gap('LINE', 'Number'), gap('TEXT')],
      inputs: { LINE: shadowNumber(1), TEXT: shadowText('Hallo!') },
      generate: (id, block, generator) =>
        `$do(${id}, 'write', ${inGap(block, generator, 'LINE', '1')}, ${textInGap(block, generator, 'TEXT')});\n`,
    }),
    plainCommand({ type: 'steckbrett_lcd_clear', part, category }, 'clear'),
  ],
};

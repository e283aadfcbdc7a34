import { shadowColour } from './colour.ts';
import type { PartFamily } from './family.ts';
import { gap, inGap, partCommand, plainCommand } from './part-block.ts';

const part = 'rgb-led';
const category = 'light';

/** RGB LED: one colour, off. */
export const rgbLed: PartFamily = {
  part,
  category,
  blocks: [
    partCommand({
      type: 'steckbrett_rgb_set',
      part,
      category,
      args: [gap('COLOUR', 'Colour')],
      inputs: { COLOUR: shadowColour('#ff0000') },
      generate: (id, block, generator) =>
        `$do(${id}, 'on', ${inGap(block, generator, 'COLOUR', "'#000000'")});\n`,
    }),
    plainCommand({ type: 'steckbrett_rgb_off', part, category }, 'off'),
  ],
};

import { shadowColour } from './colour.ts';
import { type PartFamily, shadowNumber } from './family.ts';
import { gap, inGap, partCommand, placeInGap, plainCommand } from './part-block.ts';

const part = 'strip';
const category = 'light';

/** Light strip: all lights, one light counted from 1, off. */
export const strip: PartFamily = {
  part,
  category,
  blocks: [
    partCommand({
      type: 'steckbrett_strip_fill',
      part,
      category,
      args: [gap('COLOUR', 'Colour')],
      inputs: { COLOUR: shadowColour('#0000ff') },
      generate: (id, block, generator) =>
        `$do(${id}, 'fill', ${inGap(block, generator, 'COLOUR', "'#000000'")});\n`,
    }),
    partCommand({
      type: 'steckbrett_strip_pixel',
      part,
      category,
      args: [gap('NUMBER', 'Number'), gap('COLOUR', 'Colour')],
      inputs: { NUMBER: shadowNumber(1), COLOUR: shadowColour('#ff8000') },
      generate: (id, block, generator) =>
        `$do(${id}, 'pixel', ${placeInGap(block, generator, 'NUMBER')}, ` +
        `${inGap(block, generator, 'COLOUR', "'#000000'")});\n`,
    }),
    plainCommand({ type: 'steckbrett_strip_off', part, category }, 'off'),
  ],
};

import { shadowNumber, shadowText } from './family.ts';
import { gap, inGap, partCommand, textInGap } from './part-block.ts';

/** "write a text in a line", for a display that has lines. */
export function writeLine(part: 'lcd' | 'oled') {
  return partCommand({
    type: `steckbrett_${part}_write`,
    part,
    category: 'display',
    args: [gap('LINE', 'Number'), gap('TEXT')],
    inputs: { LINE: shadowNumber(1), TEXT: shadowText('Hallo!') },
    generate: (id, block, generator) =>
      `$do(${id}, 'write', ${inGap(block, generator, 'LINE', '1')}, ${textInGap(block, generator, 'TEXT')});\n`,
  });
}

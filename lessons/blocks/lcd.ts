import { writeLine } from './display-line.ts';
import type { PartFamily } from './family.ts';
import { plainCommand } from './part-block.ts';

const part = 'lcd';
const category = 'display';

/** LCD with two lines of 16 letters: write a line, clear. */
export const lcd: PartFamily = {
  part,
  category,
  blocks: [writeLine(part), plainCommand({ type: 'steckbrett_lcd_clear', part, category }, 'clear')],
};

import { logic, maths, text, variables } from './blockly-own.ts';
import { button } from './button.ts';
import { buzzer } from './buzzer.ts';
import { control } from './control.ts';
import { events } from './events.ts';
import type { BlockFamily, LanguageBlock, PartFamily } from './family.ts';
import { led } from './led.ts';
import { lists } from './lists.ts';
import { messages } from './message-blocks.ts';
import { output } from './output.ts';
import { procedures } from './procedures.ts';

/** The parts of the basic kit, whose blocks are always at hand; those of all others are in `more-parts.ts`. */
export const basicPartFamilies: readonly PartFamily[] = [led, buzzer, button];

/** The language without the parts of `more-parts.ts`. */
export const families: readonly BlockFamily[] = [
  events,
  messages,
  control,
  ...basicPartFamilies,
  output,
  logic,
  maths,
  text,
  lists,
  variables,
  procedures,
];

/** Their blocks: what every Blockly learns. */
export const basicBlocks: readonly LanguageBlock[] = families.flatMap((family) => family.blocks);

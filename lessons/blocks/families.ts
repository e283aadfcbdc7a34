import { logic, maths, text, variables } from './blockly-own.ts';
import { button } from './button.ts';
import { buzzer } from './buzzer.ts';
import { control } from './control.ts';
import { events } from './events.ts';
import type { BlockFamily, LanguageBlock, PartFamily } from './family.ts';
import { led } from './led.ts';
import { output } from './output.ts';

/** The kit parts that have blocks. A new part is added here. */
export const partFamilies: readonly PartFamily[] = [led, buzzer, button];

/** The whole language. */
export const families: readonly BlockFamily[] = [
  events,
  control,
  ...partFamilies,
  output,
  logic,
  maths,
  text,
  variables,
];

/** Every block of the language. */
export const languageBlocks: readonly LanguageBlock[] = families.flatMap((family) => family.blocks);

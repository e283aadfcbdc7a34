import { busPrograms } from './bus-parts.ts';
import { inputPrograms } from './inputs.ts';
import { kitPrograms } from './kit.ts';
import { outputPrograms } from './outputs.ts';
import type { ConformanceProgram } from './program.ts';

/** Every program that must do the same on every board. */
export const conformancePrograms: readonly ConformanceProgram[] = [
  ...kitPrograms,
  ...outputPrograms,
  ...inputPrograms,
  ...busPrograms,
];

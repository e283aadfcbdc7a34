import type { LanguageBlock, PartFamily } from './family.ts';

/** The parts beyond the basic kit. They are loaded when a toolbox or some work mentions one of their blocks. */
export const morePartFamilies: readonly PartFamily[] = [];

/** Their blocks. */
export const morePartBlocks: readonly LanguageBlock[] = morePartFamilies.flatMap((family) => family.blocks);

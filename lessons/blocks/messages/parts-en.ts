import type { partsDe } from './parts-de.ts';

/** Our texts for the parts beyond the basic kit, in English; the keys are those of the German ones. */
export const partsEn: Readonly<Record<keyof typeof partsDe, string>> = {
  STECKBRETT_PART_CHANNEL: '%1 (channel %2)',
};

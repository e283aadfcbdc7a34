/** Our texts for the parts beyond the basic kit, in German. `%1`, `%2` are the gaps of a block. */
export const partsDe = {
  STECKBRETT_PART_CHANNEL: '%1 (Kanal %2)',
} as const;

import type { Language, Texts } from './texts.ts';

export type { Language } from './texts.ts';

/** The texts of the basic language, Blockly's own among them; loaded when their language is chosen. */
export const languageTexts: Readonly<Record<Language, () => Promise<Texts>>> = {
  de: async () => (await import('./german.ts')).german,
  en: async () => (await import('./english.ts')).english,
};

/** The texts of the parts in `more-parts.ts`; loaded with their blocks. */
export const partTexts: Readonly<Record<Language, () => Promise<Texts>>> = {
  de: async () => (await import('./parts-de.ts')).partsDe,
  en: async () => (await import('./parts-en.ts')).partsEn,
};

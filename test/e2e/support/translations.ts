import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { english } from '../../../lessons/blocks/messages/english.ts';
import { german } from '../../../lessons/blocks/messages/german.ts';
import type { Texts } from '../../../lessons/blocks/messages/texts.ts';

const locales = resolve(import.meta.dirname, '../../../web/locales/en.xlf');

/** What the pages and the blocks can say, in each language, as patterns of a whole text. */
export interface Translations {
  readonly de: readonly RegExp[];
  readonly en: readonly RegExp[];
}

/** Sentences that stand in one language only; those that are alike in both, or could be anything, are left out. */
export function readTranslations(): Translations {
  const xlf = readFileSync(locales, 'utf8');
  const pairs = [...xlf.matchAll(/<source>([\s\S]*?)<\/source>\s*<target>([\s\S]*?)<\/target>/g)].map(
    ([, de = '', en = '']) => [de, en] as const,
  );
  const inGerman = new Map(
    [...pairs.map(([de]) => de), ...pieces(german)].map((text) => [text.toLowerCase(), text]),
  );
  const inEnglish = new Map(
    [...pairs.map(([, en]) => en), ...pieces(english)].map((text) => [text.toLowerCase(), text]),
  );
  return {
    de: [...inGerman].flatMap(([low, text]) => (inEnglish.has(low) ? [] : pattern(text))),
    en: [...inEnglish].flatMap(([low, text]) => (inGerman.has(low) ? [] : pattern(text))),
  };
}

/** The texts that speak the other language. */
export function foreign(words: readonly string[], other: readonly RegExp[]): string[] {
  return words.filter((text) => other.some((one) => one.test(text)));
}

/** What a page fills in can be anything; a text without words of its own proves nothing. */
function pattern(text: string): RegExp[] {
  const parts = text.split(/<x [^>]*\/>/).map((part) => unescaped(part).replace(/\s+/g, ' '));
  const letters = parts.join('').replace(/[^\p{L}]/gu, '').length;
  if (letters < (parts.length > 1 ? 8 : 4)) return [];
  return [new RegExp(`^${parts.map((part) => literally(part)).join('.+')}$`, 'u')];
}

/** What stands on blocks: a message without its fields. */
function pieces(texts: Texts): string[] {
  return Object.values(texts).flatMap((text) =>
    text
      .split(/%\d+/)
      .map((piece) => escaped(piece.trim()))
      .filter((piece) => piece !== ''),
  );
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" } as const;

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_all, name: keyof typeof entities) => entities[name]);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

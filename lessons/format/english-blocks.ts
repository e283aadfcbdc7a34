import type { SavedBlocks } from './lesson-view.ts';

/** German names and texts in a lesson's blocks, and what the English page says instead. */
export type EnglishNames = Readonly<Record<string, string>>;

/** Keys under which Blockly saves what pupils named or wrote: variables, own blocks and their inputs, texts. */
const namingKeys = new Set(['name', 'NAME', 'TEXT']);

/**
 * The same blocks with English names: of variables, of own blocks and their inputs, and texts. Names of messages stay,
 * because Pis of both languages have to agree on them.
 */
export function inEnglish(blocks: SavedBlocks, english: EnglishNames): SavedBlocks {
  return Object.keys(english).length === 0 ? blocks : (translated(blocks, english) as SavedBlocks);
}

/** Every name and text in these blocks that `inEnglish` could change. */
export function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (isName(key, inner) ? [inner] : namesIn(inner)));
}

function translated(value: unknown, english: EnglishNames): unknown {
  if (Array.isArray(value)) return value.map((one) => translated(one, english));
  if (typeof value !== 'object' || value === null) return value;
  const type = 'type' in value ? String(value.type) : '';
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (key === 'fields' && isMessage(type)) return [key, inner];
      if (isName(key, inner)) return [key, Object.hasOwn(english, inner) ? english[inner] : inner];
      return [key, translated(inner, english)];
    }),
  );
}

function isName(key: string, inner: unknown): inner is string {
  return namingKeys.has(key) && typeof inner === 'string';
}

function isMessage(type: string): boolean {
  return /^steckbrett_(?:when_)?(?:message|peer|send)/.test(type);
}

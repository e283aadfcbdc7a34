import { keys } from '../../device/contract/key.ts';
import type { Blocks } from '../../server/live/contract/live.ts';

/** What a keyboard calls the keys that are no letters or digits. */
const named: ReadonlyMap<string, string> = new Map([
  [' ', 'space'],
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
]);

/** The key of a program that a keyboard's key is (`KeyboardEvent.key`), as far as there is one. */
export function programKey(key: string): string | undefined {
  const known = named.get(key) ?? key.toLowerCase();
  return keys.includes(known) ? known : undefined;
}

/** The keys that work listens to, by its hats, each once and in the keyboard's order. */
export function keysOfWork(work: Blocks | null): readonly string[] {
  const { blocks } = (work?.blocks ?? {}) as { blocks?: unknown };
  if (!Array.isArray(blocks)) return [];
  const wanted = new Set(
    blocks.flatMap((block: { type?: unknown; fields?: { KEY?: unknown } } | null) =>
      block?.type === 'steckbrett_when_key' ? [block.fields?.KEY] : [],
    ),
  );
  return keys.filter((key) => wanted.has(key));
}

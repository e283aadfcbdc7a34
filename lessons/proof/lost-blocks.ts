import type { SavedBlocks } from '../format/lesson-view.ts';

/** A block as Blockly saves it, as far as it can be lost. */
interface Saved {
  readonly type: string;
  readonly id?: string;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly inputs?: Readonly<Record<string, { readonly block?: Saved; readonly shadow?: Saved }>>;
  readonly next?: { readonly block?: Saved };
}

/**
 * What Blockly did not take over: blocks, fields and gaps of `given` that are not in `kept`, what Blockly saves after it
 * has loaded `given`. Each is named in a few words: `steckbrett_wait: SECONDS`.
 */
export function lostBlocks(given: SavedBlocks, kept: SavedBlocks): string[] {
  const keptTops = topBlocks(kept);
  return topBlocks(given).flatMap((top, index) => {
    const same = keptTops.find(({ id }) => id !== undefined && id === top.id) ?? keptTops[index];
    return lostOf(top, same);
  });
}

function topBlocks(saved: SavedBlocks): readonly Saved[] {
  const { blocks } = saved as { blocks?: { blocks?: readonly Saved[] } };
  return blocks?.blocks ?? [];
}

function lostOf(given: Saved, kept: Saved | undefined): string[] {
  if (kept?.type !== given.type) return [given.type];
  const fields = Object.entries(given.fields ?? {})
    .filter(([name, value]) => !sameField(value, kept.fields?.[name]))
    .map(([name]) => `${given.type}: ${name}`);
  const inputs = Object.entries(given.inputs ?? {}).flatMap(([name, input]) => {
    const same = kept.inputs?.[name];
    if (!same) return [`${given.type}: ${name}`];
    const block = input.block ? lostOf(input.block, same.block) : [];
    const shadow = input.shadow ? lostOf(input.shadow, same.shadow) : [];
    return [...block, ...shadow];
  });
  const next = given.next?.block ? lostOf(given.next.block, kept.next?.block) : [];
  return [...fields, ...inputs, ...next];
}

/** A number may come back as text; a variable is the same if its id is. */
function sameField(given: unknown, kept: unknown): boolean {
  if (isVariable(given) && isVariable(kept)) return given.id === kept.id;
  return String(given) === String(kept);
}

function isVariable(value: unknown): value is { id: unknown } {
  return typeof value === 'object' && value !== null && 'id' in value;
}

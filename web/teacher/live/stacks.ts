import type { Blocks } from '../../../server/live/contract/live.ts';

/** Blocks of a stack that are drawn; what follows would take too long in one go, and nobody reads it in a small picture. */
export const mostBlocks = 40;

/** A stack of blocks as it stands in saved work. */
export interface Stack {
  readonly x: number;
  readonly y: number;
  /** The workspace with this stack only, at 0, 0: what a picture of it needs, and by which equal ones are known. */
  readonly json: string;
}

type Json = Record<string, unknown>;

/**
 * The stacks of saved work. What can't be read is left out: a picture with a part missing is better than none.
 *
 * @param options `whole`: with the blocks' ids, and however many they are.
 */
export function stacksOf(blocks: Blocks, { whole = false }: { whole?: boolean } = {}): Stack[] {
  const held = objectOf(blocks.blocks)?.blocks;
  const variables = listOf(blocks.variables).filter((one) => objectOf(one) !== undefined) as Json[];
  return listOf(held).flatMap((one) => {
    const top = objectOf(one);
    if (!top || typeof top.type !== 'string') return [];
    const { x, y, ...rest } = top;
    const stack = whole ? rest : withoutIds(rest, { left: mostBlocks });
    const text = JSON.stringify(stack);
    const used = variables.filter(({ id }) => typeof id === 'string' && text.includes(JSON.stringify(id)));
    const json = JSON.stringify({
      blocks: { languageVersion: 0, blocks: [stack] },
      ...(used.length > 0 && { variables: used }),
    });
    return [{ x: numberOf(x), y: numberOf(y), json }];
  });
}

/** Ids differ from page to page where the blocks are the same. `room`: how many blocks may still be drawn. */
function withoutIds(block: Json, room: { left: number }): Json {
  const { id: _id, inputs, next, ...rest } = block;
  room.left -= 1;
  const inner = Object.entries(objectOf(inputs) ?? {}).flatMap(([name, input]) => {
    const kept = heldIn(input, room);
    return kept ? [[name, kept] as const] : [];
  });
  const following = heldIn(next, room);
  return {
    ...rest,
    ...(inner.length > 0 && { inputs: Object.fromEntries(inner) }),
    ...(following && { next: following }),
  };
}

/** The block, and the shadow under it, of an input or of what follows. */
function heldIn(held: unknown, room: { left: number }): Json | undefined {
  const { block, shadow } = objectOf(held) ?? {};
  const kept: Json = {};
  for (const [name, value] of Object.entries({ block, shadow })) {
    const one = objectOf(value);
    if (one && room.left > 0) kept[name] = withoutIds(one, room);
  }
  return Object.keys(kept).length > 0 ? kept : undefined;
}

function objectOf(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function numberOf(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

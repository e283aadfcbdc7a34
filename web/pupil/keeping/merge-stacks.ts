import type { Blocks } from '../../../server/live/contract/live.ts';
import { sameBlocks } from '../same-blocks.ts';
import { type SavedBlock, stacksOf, withStacks } from './saved-block.ts';

/**
 * Joins two versions that grew from one: a stack that was changed here stays as it is here, everything else is as it
 * is there. A stack that both have changed is as it is here; the other's is in the history.
 *
 * @param before what both grew from
 * @param there the other version
 * @param here this page's version
 */
export function mergeByStacks(before: Blocks, there: Blocks, here: Blocks): Blocks {
  if (sameBlocks(before, here)) return there;
  const old = byId(before);
  const own = byId(here);
  const changedHere = (id: string) => !same(old.get(id), own.get(id));
  const stacks = stacksOf(there).flatMap((stack) => {
    const id = stack.id ?? '';
    if (!changedHere(id)) return [stack];
    const mine = own.get(id);
    return mine ? [mine] : [];
  });
  const taken = new Set(stacks.map(({ id }) => id));
  for (const [id, stack] of own) if (!taken.has(id) && changedHere(id)) stacks.push(stack);
  return withVariablesOf(withStacks(there, withoutTwins(stacks, own)), here);
}

function byId(work: Blocks): ReadonlyMap<string, SavedBlock> {
  return new Map(stacksOf(work).map((stack) => [stack.id ?? '', stack]));
}

function same(one: SavedBlock | undefined, other: SavedBlock | undefined): boolean {
  return sameBlocks({ one }, { one: other });
}

/**
 * A block that is in a stack that was changed here, and there in another: both stay, and the other's is a new block,
 * because no two may have one id.
 */
function withoutTwins(
  stacks: readonly SavedBlock[],
  own: ReadonlyMap<string, SavedBlock>,
): readonly SavedBlock[] {
  const mine = new Set(stacks.filter((stack) => same(stack, own.get(stack.id ?? ''))));
  const held = new Set([...mine].flatMap(idsIn));
  return stacks.map((stack) =>
    mine.has(stack) || !idsIn(stack).some((id) => held.has(id)) ? stack : withoutIds(stack, held),
  );
}

function withoutIds(stack: SavedBlock, held: ReadonlySet<string>): SavedBlock {
  const text = JSON.stringify(stack, (key, value) => (key === 'id' && held.has(value) ? undefined : value));
  return JSON.parse(text) as SavedBlock;
}

function idsIn(value: unknown): string[] {
  const ids: string[] = [];
  const open: unknown[] = [value];
  while (open.length > 0) {
    const one = open.pop();
    if (typeof one !== 'object' || one === null) continue;
    if ('type' in one && 'id' in one && typeof one.id === 'string') ids.push(one.id);
    open.push(...Object.values(one));
  }
  return ids;
}

/** All variables of both, so that no block loses its own. */
function withVariablesOf(work: Blocks, here: Blocks): Blocks {
  const theirs = Array.isArray(work.variables) ? work.variables : [];
  const known = new Set(theirs.map((one: { id?: string }) => one.id));
  const more = (Array.isArray(here.variables) ? here.variables : []).filter(
    (one: { id?: string }) => !known.has(one.id),
  );
  return more.length === 0 ? work : { ...work, variables: [...theirs, ...more] };
}

import type { Blocks } from '../../../server/live/contract/live.ts';

/** A block as Blockly saves it: what the page reads of it. */
export interface SavedBlock {
  readonly type: string;
  readonly id?: string;
  readonly x?: number;
  readonly y?: number;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly inputs?: Readonly<Record<string, SavedConnection>>;
  readonly next?: SavedConnection;
  readonly [other: string]: unknown;
}

/** What hangs at a connection; `shadow` is what is there when nothing else is. */
export interface SavedConnection {
  readonly block?: SavedBlock;
  readonly shadow?: SavedBlock;
}

/** The stacks of saved work. Work that was never saved by Blockly has none. */
export function stacksOf(work: Blocks): readonly SavedBlock[] {
  const { blocks } = work as { blocks?: { blocks?: unknown } };
  return Array.isArray(blocks?.blocks) ? (blocks.blocks as SavedBlock[]) : [];
}

/** The same work with other stacks. */
export function withStacks(work: Blocks, stacks: readonly SavedBlock[]): Blocks {
  return { ...work, blocks: { languageVersion: 0, ...(work.blocks as object), blocks: stacks } };
}

/** How many blocks there are, without those that only hold a place. */
export function countBlocks(work: Blocks): number {
  let count = 0;
  const open: (SavedBlock | undefined)[] = [...stacksOf(work)];
  while (open.length > 0) {
    const block = open.pop();
    if (!block) continue;
    count++;
    open.push(block.next?.block, ...Object.values(block.inputs ?? {}).map((one) => one.block));
  }
  return count;
}

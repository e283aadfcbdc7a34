type SavedBlocks = Readonly<Record<string, unknown>>;

/** A workspace's stacks, each as a workspace of its own, so that they can be laid beside each other and break between pages. */
export function stacksOf(saved: SavedBlocks): SavedBlocks[] {
  const { blocks } = saved;
  const tops = isRecord(blocks) && Array.isArray(blocks.blocks) ? blocks.blocks : [];
  if (!isRecord(blocks) || tops.length < 2) return [saved];
  return tops.map((top) => ({ ...saved, blocks: { ...blocks, blocks: [top] } }));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

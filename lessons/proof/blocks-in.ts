import type { SavedBlocks } from '../format/lesson-view.ts';

/** The types of the blocks that a pupil must find: all but shadows, which come with their parents. */
export function blocksToFind(saved: SavedBlocks): Set<string> {
  const found = new Set<string>();
  const open: unknown[] = [saved.blocks];
  while (open.length > 0) {
    const one = open.pop();
    if (typeof one !== 'object' || one === null) continue;
    if ('type' in one && typeof one.type === 'string') found.add(one.type);
    for (const [key, value] of Object.entries(one)) {
      if (key !== 'shadow' && key !== 'fields' && key !== 'extraState') open.push(value);
    }
  }
  return found;
}

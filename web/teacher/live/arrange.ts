/** Where something stands and how large it is, px. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A small picture is this much wider than high. */
const shape = 2.1;
const gap = 24;
/** As pupils place their stacks is best, unless the picture could be this much larger. */
const worthIt = 1.25;

/**
 * Places for stacks in a small picture, so that they are as large as they can be: where the pupil has put them, or side
 * by side in columns, in the order in which one reads them.
 */
export function arrange(stacks: readonly Placed[]): readonly Pick<Placed, 'x' | 'y'>[] {
  let best: readonly Placed[] = stacks;
  let bestScale = scaleOf(stacks) * worthIt;
  for (let columns = 1; columns <= stacks.length; columns += 1) {
    const tried = inColumns(stacks, columns);
    const scale = scaleOf(tried);
    if (scale > bestScale) {
      best = tried;
      bestScale = scale;
    }
  }
  return best;
}

/** How large they can be drawn in a picture that is 1 high, never larger than in the editor's own proportions. */
function scaleOf(stacks: readonly Placed[]): number {
  if (stacks.length === 0) return 1;
  const width = Math.max(...stacks.map(({ x, width }) => x + width)) - Math.min(...stacks.map(({ x }) => x));
  const height =
    Math.max(...stacks.map(({ y, height }) => y + height)) - Math.min(...stacks.map(({ y }) => y));
  return Math.min(shape / Math.max(1, width), 1 / Math.max(1, height));
}

function inColumns(stacks: readonly Placed[], columns: number): Placed[] {
  const reading = stacks
    .map((stack, index) => ({ stack, index }))
    .sort((a, b) => a.stack.y - b.stack.y || a.stack.x - b.stack.x);
  const fair = stacks.reduce((sum, { height }) => sum + height + gap, 0) / columns;
  const placed: Placed[] = [...stacks];
  let [left, top, widest] = [0, 0, 0];
  for (const { stack, index } of reading) {
    if (top > 0 && top + stack.height / 2 > fair) {
      left += widest + gap;
      top = 0;
      widest = 0;
    }
    placed[index] = { ...stack, x: left, y: top };
    top += stack.height + gap;
    widest = Math.max(widest, stack.width);
  }
  return placed;
}

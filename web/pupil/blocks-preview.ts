import type { WorkspaceSvg } from 'blockly/core';

/** Scales of blocks that can only be looked at: as large as they get, and as small as they should. */
const largestPreview = 0.75;
const readable = 0.6;
/** Room beside such blocks, px. */
const margin = 12;

/**
 * Fits all blocks in, but never blows few of them up; many that would be too small to read fit in breadth only, and
 * begin at the top.
 */
export function showAll(workspace: WorkspaceSvg): void {
  workspace.zoomToFit();
  const whole = workspace.scale;
  const { left, right, top } = workspace.getBlocksBoundingBox();
  const broad = (workspace.getMetrics().viewWidth - 2 * margin) / Math.max(1, right - left);
  workspace.setScale(Math.min(largestPreview, Math.max(whole, Math.min(readable, broad))));
  workspace.scrollCenter();
  const { scale } = workspace;
  if (scale > whole && whole < readable) workspace.scroll(margin - left * scale, margin - top * scale);
}

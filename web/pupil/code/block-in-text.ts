import type { WorkspaceSvg } from 'blockly/core';

const shownClass = 'sb-in-text';

/** Marks the block whose text somebody reads, and moves it into view; the focus stays in the text. */
export class BlockInText {
  private marked: SVGElement | undefined;

  /** Marks a block, and no other; `null` marks none. */
  show(workspace: WorkspaceSvg | undefined, block: string | null): void {
    this.clear();
    const found = block === null ? null : workspace?.getBlockById(block);
    if (!found || !workspace) return;
    this.marked = found.getSvgRoot();
    this.marked.classList.add(shownClass);
    const box = this.marked.getBoundingClientRect();
    const view = workspace.getParentSvg().getBoundingClientRect();
    const inside =
      box.top >= view.top && box.top < view.bottom && box.left < view.right && box.right > view.left;
    if (!inside) workspace.centerOnBlock(found.id);
  }

  /** Takes the mark away. */
  clear(): void {
    this.marked?.classList.remove(shownClass);
    this.marked = undefined;
  }
}

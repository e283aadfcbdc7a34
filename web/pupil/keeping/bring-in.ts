import * as Blockly from 'blockly/core';
import type { Blocks } from '../../../server/live/contract/live.ts';
import { takeSteps } from './take-steps.ts';
import { workspaceDifference } from './workspace-difference.ts';

export { mergeByStacks } from './merge-stacks.ts';

/** Whether somebody drags a block or types in a field; work from elsewhere would tear it away. */
export function handsAreBusy(workspace: Blockly.WorkspaceSvg): boolean {
  return workspace.isDragging() || Blockly.WidgetDiv.isVisible() || Blockly.DropDownDiv.getOwner() !== null;
}

/**
 * Takes over a version from elsewhere. What is the same stays as it is, with its selection and its place on the screen,
 * and nothing of it can be undone here.
 *
 * @returns `false` when it must be loaded whole.
 */
export function bringIn(workspace: Blockly.WorkspaceSvg, blocks: Blocks): boolean {
  const steps = workspaceDifference(Blockly.serialization.workspaces.save(workspace), blocks);
  if (!steps) return false;
  const selected = Blockly.common.getSelected()?.id;
  const done = takeSteps(Blockly, workspace, steps, blocks);
  const again = selected ? workspace.getBlockById(selected) : null;
  if (again && Blockly.common.getSelected() !== again) Blockly.common.setSelected(again);
  return done;
}

import type * as BlocklyNames from 'blockly/core';
import type { Blocks } from '../../../server/live/contract/live.ts';
import { sameBlocks } from '../same-blocks.ts';
import { stacksOf } from './saved-block.ts';
import type { DifferenceStep } from './workspace-difference.ts';

type Blockly = typeof BlocklyNames;

/**
 * Takes the steps of a difference in a workspace, without recording them for undo.
 *
 * @param goal the version that comes out of it
 * @returns `false` when something else came out: then the goal must be loaded whole.
 */
export function takeSteps(
  blockly: Blockly,
  workspace: BlocklyNames.Workspace,
  steps: readonly DifferenceStep[],
  goal: Blocks,
): boolean {
  const recording = blockly.Events.getRecordUndo();
  blockly.Events.setRecordUndo(false);
  blockly.Events.setGroup(true);
  try {
    for (const step of steps) take(blockly, workspace, step);
    orderStacks(workspace, goal);
  } catch {
    return false;
  } finally {
    blockly.Events.setGroup(false);
    blockly.Events.setRecordUndo(recording);
  }
  return sameBlocks(blockly.serialization.workspaces.save(workspace), goal);
}

function take(blockly: Blockly, workspace: BlocklyNames.Workspace, step: DifferenceStep): void {
  switch (step.step) {
    case 'remove':
      mustHave(workspace, step.id).dispose(false);
      return;
    case 'variable': {
      const variables = workspace.getVariableMap();
      const known = variables.getVariableById(step.id);
      if (known) variables.renameVariable(known, step.name);
      else variables.createVariable(step.name, step.type, step.id);
      return;
    }
    case 'forget-variable': {
      const variable = workspace.getVariableMap().getVariableById(step.id);
      if (variable) workspace.getVariableMap().deleteVariable(variable);
      return;
    }
    case 'field':
      mustHave(workspace, step.id).getField(step.field)?.loadState(step.value);
      return;
    case 'move': {
      const block = mustHave(workspace, step.id);
      const { x, y } = block.getRelativeToSurfaceXY();
      block.moveBy(step.x - x, step.y - y);
      return;
    }
    case 'stack':
      blockly.serialization.blocks.append({ ...step.block }, workspace, { recordUndo: false });
      return;
    case 'hang': {
      const parent = mustHave(workspace, step.parent);
      const place = step.input === null ? parent.nextConnection : parent.getInput(step.input)?.connection;
      const child = blockly.serialization.blocks.append({ ...step.block }, workspace, { recordUndo: false });
      const plug = child.previousConnection ?? child.outputConnection;
      if (!place || !plug) throw new Error('the block does not fit there');
      place.connect(plug);
    }
  }
}

function mustHave(workspace: BlocklyNames.Workspace, id: string): BlocklyNames.Block {
  const block = workspace.getBlockById(id);
  if (!block) throw new Error(`no block ${id}`);
  return block;
}

/** Blockly saves stacks in the order in which they came; on both pages it is the same. */
function orderStacks(workspace: BlocklyNames.Workspace, goal: Blocks): void {
  const wanted = stacksOf(goal).map(({ id }) => id);
  if (workspace.getTopBlocks(false).every(({ id }, index) => id === wanted[index])) return;
  for (const id of wanted) {
    const block = id === undefined ? null : workspace.getBlockById(id);
    if (!block) continue;
    workspace.removeTopBlock(block);
    workspace.addTopBlock(block);
  }
}

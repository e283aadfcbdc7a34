import { describe, expect, it } from 'vitest';
import { memoryOf, restoreStacks, undoStacksSchema } from '../../../../web/pupil/keeping/undo-stacks.ts';
import { Blockly, type SavedBlock, start, workspaceOf } from '../../../lessons/blocks/workspace.ts';
import { RandomHands } from './random-work.ts';

/** Blockly tells its events, and with them what can be undone, a moment after the deed. */
const told = () => new Promise((done) => setTimeout(done, 150));
const wait = (id: string): SavedBlock => ({ type: 'steckbrett_wait', id });

/** Each deed by itself, as a hand would do it. */
async function deed(act: () => void): Promise<void> {
  Blockly.Events.setGroup(true);
  act();
  Blockly.Events.setGroup(false);
  await told();
}

/** Another tab: the same work, and what was kept, as it comes out of the browser's store. */
async function reloaded(workspace: Blockly.Workspace): Promise<Blockly.Workspace> {
  const kept = undoStacksSchema.parse(structuredClone(memoryOf(Blockly, workspace)));
  const again = await workspaceOf([]);
  Blockly.serialization.workspaces.load(kept.work, again, { recordUndo: false });
  await told();
  restoreStacks(Blockly, again, kept);
  return again;
}

const save = (workspace: Blockly.Workspace) => Blockly.serialization.workspaces.save(workspace);

describe('undo across a reload', () => {
  it('takes back what was done before it, and does it again', async () => {
    const workspace = await workspaceOf([start(wait('a'))]);
    await told();
    workspace.clearUndo();
    const before = save(workspace);
    await deed(() => workspace.getBlockById('a')?.dispose(false));
    const after = save(workspace);

    const again = await reloaded(workspace);
    expect(save(again)).toEqual(after);
    again.undo(false);
    expect(save(again)).toEqual(before);
    again.undo(true);
    expect(save(again)).toEqual(after);
  });

  it('goes on with what had been undone', async () => {
    const workspace = await workspaceOf([start(wait('a'))]);
    await told();
    workspace.clearUndo();
    await deed(() => workspace.getBlockById('a')?.dispose(false));
    const after = save(workspace);
    workspace.undo(false);
    await told();
    const again = await reloaded(workspace);
    again.undo(true);
    expect(save(again)).toEqual(after);
  });

  it.each([1, 2, 3])('comes to the same as without a reload, deed by deed (seed %i)', async (seed) => {
    const hands = await RandomHands.at(null, seed);
    for (let deeds = 0; deeds < 20; deeds++) await deed(() => hands.act());
    const again = await reloaded(hands.workspace);
    for (let steps = 0; steps < 8; steps++) {
      hands.workspace.undo(false);
      again.undo(false);
      expect(save(again)).toEqual(save(hands.workspace));
    }
  });

  it('keeps the newest fifty, and never half a deed', async () => {
    const hands = await RandomHands.at(null, 9);
    for (let deeds = 0; deeds < 60; deeds++) await deed(() => hands.act());
    const { undo } = memoryOf(Blockly, hands.workspace);
    const all = hands.workspace.getUndoStack();
    expect(all.length).toBeGreaterThan(50);
    expect(undo.length).toBeLessThanOrEqual(50);
    expect(undo.length).toBeGreaterThan(20);
    const beyond = all[all.length - undo.length - 1];
    expect(undo[0]?.group).not.toBe(beyond?.group);
  });

  it('drops what Blockly does not know, and all below it', async () => {
    const workspace = await workspaceOf([start(wait('a'))]);
    await told();
    workspace.clearUndo();
    await deed(() => workspace.getBlockById('hat')?.moveBy(5, 5));
    const { undo } = memoryOf(Blockly, workspace);
    const newest = undo.slice(-1);
    restoreStacks(Blockly, workspace, { undo: [...undo, { type: 'of tomorrow' }, ...newest], redo: [] });
    expect(workspace.getUndoStack()).toHaveLength(1);
  });

  it.each([null, 'text', {}, { work: {}, undo: [1], redo: [] }, { work: [], undo: [], redo: [] }])(
    'takes nothing from a store that holds %j',
    (raw) => expect(undoStacksSchema.safeParse(raw).success).toBe(false),
  );
});

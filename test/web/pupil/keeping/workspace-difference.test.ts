import { describe, expect, it } from 'vitest';
import { takeSteps } from '../../../../web/pupil/keeping/take-steps.ts';
import { workspaceDifference } from '../../../../web/pupil/keeping/workspace-difference.ts';
import { Blockly, chain, type SavedBlock, start, workspaceOf } from '../../../lessons/blocks/workspace.ts';
import { RandomHands } from './random-work.ts';

const wait = (id: string, seconds = 1): SavedBlock => ({
  type: 'steckbrett_wait',
  id,
  inputs: { SECONDS: { shadow: { type: 'math_number', id: `${id}-number`, fields: { NUM: seconds } } } },
});

async function workOf(...stacks: SavedBlock[]) {
  return Blockly.serialization.workspaces.save(
    await workspaceOf(stacks.map((stack, at) => ({ x: at * 100, y: 0, ...stack }))),
  );
}

describe('the difference of two versions', () => {
  it('is nothing between a version and itself', async () => {
    const work = await workOf(start(wait('a')), wait('b'));
    expect(workspaceDifference(work, structuredClone(work))).toEqual([]);
  });

  it('is one number when one number was typed', async () => {
    const before = await workOf(start(wait('a'), wait('b')));
    const after = await workOf(start(wait('a'), wait('b', 5)));
    expect(workspaceDifference(before, after)).toEqual([
      { step: 'field', id: 'b-number', field: 'NUM', value: 5 },
    ]);
  });

  it('is a place when a stack was moved', async () => {
    const before = await workOf(start(wait('a')), wait('b'));
    const after = await workOf(start(wait('a')), { ...wait('b'), x: 300, y: 40 });
    expect(workspaceDifference(before, after)).toEqual([{ step: 'move', id: 'b', x: 300, y: 40 }]);
  });

  it('leaves what is above a new block alone', async () => {
    const before = await workOf(start(wait('a'), wait('b')));
    const after = await workOf(start(wait('a'), wait('new'), wait('b')));
    const steps = workspaceDifference(before, after);
    expect(steps?.map((one) => [one.step, 'id' in one ? one.id : 'parent' in one ? one.parent : ''])).toEqual(
      [
        ['remove', 'b'],
        ['hang', 'a'],
      ],
    );
  });

  it('takes a block away before it comes elsewhere', async () => {
    const before = await workOf(start(wait('a'), wait('b')));
    const after = await workOf(start(wait('a')), wait('b'));
    expect(workspaceDifference(before, after)?.map(({ step }) => step)).toEqual(['remove', 'stack']);
  });

  it('is not told when something else than blocks differs', async () => {
    const work = await workOf(wait('a'));
    expect(workspaceDifference(work, { ...work, comments: ['new'] })).toBeNull();
  });
});

describe('taking over a version from elsewhere', () => {
  it('leaves untouched blocks the same objects, and nothing to undo', async () => {
    const workspace = await workspaceOf([start(wait('a')), chain(wait('b'), wait('c'))]);
    const before = Blockly.serialization.workspaces.save(workspace);
    workspace.clearUndo();
    const [a, b] = [workspace.getBlockById('a'), workspace.getBlockById('b')];
    const other = await workspaceOf([]);
    Blockly.serialization.workspaces.load(before, other);
    other.getBlockById('c')?.dispose(false);
    const after = Blockly.serialization.workspaces.save(other);

    expect(takeSteps(Blockly, workspace, workspaceDifference(before, after) ?? [], after)).toBe(true);
    expect(workspace.getBlockById('a')).toBe(a);
    expect(workspace.getBlockById('b')).toBe(b);
    expect(workspace.getBlockById('c')).toBeNull();
    await new Promise((done) => setTimeout(done, 50));
    expect(workspace.getUndoStack()).toEqual([]);
  });

  it.each(Array.from({ length: 12 }, (_, seed) => seed))(
    'ends in just that version, whatever hands did (seed %i)',
    async (seed) => {
      const theirs = await RandomHands.at(null, seed);
      for (let deeds = 0; deeds < 40; deeds++) theirs.act();
      const mine = await RandomHands.at(theirs.save(), 0);
      let whole = 0;
      for (let round = 0; round < 25; round++) {
        for (let deeds = 0; deeds <= round % 4; deeds++) theirs.act();
        const goal = theirs.save();
        const steps = workspaceDifference(mine.save(), goal);
        if (!steps || !takeSteps(Blockly, mine.workspace, steps, goal)) {
          whole++;
          Blockly.serialization.workspaces.load(goal, mine.workspace);
        }
        expect(mine.save()).toEqual(goal);
      }
      // Whole loads are the way out, not the way.
      expect(whole).toBeLessThan(5);
    },
  );
});

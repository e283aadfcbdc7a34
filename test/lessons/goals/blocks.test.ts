import { describe, expect, it } from 'vitest';
import { blockTypes } from '../../../lessons/blocks/block-types.ts';
import type { GoalCheck } from '../../../lessons/goals/goal-schema.ts';
import { usedBlocks } from '../../../lessons/goals/used-blocks.ts';
import { Blockly, chain, type SavedBlock, start, workspaceOf } from '../blocks/workspace.ts';
import { outcome, said, traced } from './evidence.ts';

/** What real Blockly saves of these blocks. */
async function saved(...blocks: SavedBlock[]): Promise<Record<string, unknown>> {
  return Blockly.serialization.workspaces.save(await workspaceOf(blocks));
}

const led: SavedBlock = { type: 'steckbrett_led_set', fields: { PART: 'red', STATE: 'on' } };
const wait: SavedBlock = {
  type: 'steckbrett_wait',
  inputs: { SECONDS: { shadow: { type: 'math_number', fields: { NUM: 1 } } } },
};
const forever = (...body: SavedBlock[]): SavedBlock => ({
  type: 'steckbrett_forever',
  inputs: { DO: { block: chain(...body) } },
});
const definition = (name: string, ...body: SavedBlock[]): SavedBlock => ({
  type: 'procedures_defnoreturn',
  fields: { NAME: name },
  inputs: { STACK: { block: chain(...body) } },
});
const call = (name: string): SavedBlock => ({ type: 'procedures_callnoreturn', extraState: { name } });

describe('blocks that a goal asks for', () => {
  const uses = (more: object): GoalCheck => ({ kind: 'uses', blocks: ['steckbrett_led_set'], ...more });
  const looped = uses({ in: ['steckbrett_forever', 'steckbrett_repeat'] });
  const off = { ...led, disabledReasons: ['MANUALLY_DISABLED'] };

  it.each<[name: string, check: GoalCheck, blocks: SavedBlock[], outcome: string]>([
    ['used', uses({}), [start(led)], 'reached'],
    ['loose', uses({}), [start(wait), led], 'block-missing'],
    ['not used', uses({}), [start(wait)], 'block-missing'],
    ['switched off', uses({}), [start(off)], 'block-missing'],
    [
      'below a hat that is switched off',
      uses({}),
      [{ ...start(led), disabledReasons: ['MANUALLY_DISABLED'] }],
      'block-missing',
    ],
    ['below one that is switched off', uses({}), [start(off, led)], 'reached'],
    ['in the loop', looped, [start(forever(wait, led))], 'reached'],
    ['before the loop', looped, [start(led, forever(wait))], 'block-missing'],
    [
      'deep in the loop',
      looped,
      [start(forever({ type: 'controls_if', inputs: { DO0: { block: led } } }))],
      'reached',
    ],
    [
      'under a hat',
      uses({ in: ['steckbrett_when_button'] }),
      [chain({ type: 'steckbrett_when_button', fields: { PART: 'button' } }, led)],
      'reached',
    ],
    ['under another hat', uses({ in: ['steckbrett_when_button'] }), [start(led)], 'block-missing'],
    ['twice', uses({ times: 2 }), [start(led, led)], 'reached'],
    ['once only', uses({ times: 2 }), [start(led)], 'block-missing'],
    [
      'in a block of their own that is called',
      uses({}),
      [start(call('go')), definition('go', led)],
      'reached',
    ],
    [
      'in a block of their own that nobody calls',
      uses({}),
      [start(wait), definition('go', led)],
      'block-missing',
    ],
    [
      'in a block of their own, called in the loop',
      looped,
      [start(forever(call('go'))), definition('go', led)],
      'reached',
    ],
    [
      'in a block of their own, called before and in the loop',
      looped,
      [start(call('go'), forever(call('go'))), definition('go', led)],
      'reached',
    ],
    [
      'in a block of their own, called before the loop',
      looped,
      [start(call('go'), forever(wait)), definition('go', led)],
      'block-missing',
    ],
    [
      'in a block that calls itself',
      uses({}),
      [start(call('go')), definition('go', call('go'), led)],
      'reached',
    ],
    [
      'one of several',
      uses({ blocks: ['steckbrett_led_toggle', 'steckbrett_led_set'], any: true }),
      [start(led)],
      'reached',
    ],
    [
      'one of several that are all wanted',
      uses({ blocks: ['steckbrett_led_toggle', 'steckbrett_led_set'] }),
      [start(led)],
      'block-missing',
    ],
    [
      'a number that lies in a gap by itself',
      uses({ blocks: ['math_number'] }),
      [start(wait)],
      'block-missing',
    ],
  ])('%s', async (_, check, blocks, wanted) => {
    expect(outcome(check, { ...traced([]), blocks: await saved(...blocks) })).toBe(wanted);
  });

  it.each<[name: string, max: number, blocks: SavedBlock[], outcome: string]>([
    ['as many as may be', 3, [start(led, wait)], 'reached'],
    ['one too many', 2, [start(led, wait)], 'too-many-blocks'],
    ['loose ones do not count', 2, [start(led), wait, wait], 'reached'],
    [
      'a block of their own counts once',
      5,
      [start(call('go'), call('go')), definition('go', led)],
      'reached',
    ],
    ['none', 5, [], 'block-missing'],
  ])('at most so many: %s', async (_, max, blocks, wanted) => {
    expect(outcome({ kind: 'blocks', max }, { ...traced([]), blocks: await saved(...blocks) })).toBe(wanted);
  });

  it('says where the block is', async () => {
    const evidence = { ...traced([]), blocks: await saved(start(led, forever(wait))) };
    expect(said(looped, evidence)).toEqual([
      'Der gesuchte Block ist da, aber noch nicht an der richtigen Stelle: Er gehört in einen anderen hinein.',
      'The block is there, but not in the right place yet: it belongs inside another one.',
    ]);
  });

  it('knows every hat of the language', async () => {
    await workspaceOf([]);
    const workspace = new Blockly.Workspace();
    const hats = blockTypes.filter((type) => {
      const block = workspace.newBlock(type);
      return block.nextConnection && !block.previousConnection && !type.startsWith('procedures_');
    });
    expect(hats.length).toBeGreaterThan(8);
    for (const type of hats) {
      expect([type, usedBlocks({ blocks: { blocks: [{ type }] } }).length]).toEqual([type, 1]);
    }
  });

  it.each([
    {},
    { blocks: null },
    { blocks: { blocks: 'no' } },
    { blocks: { blocks: [null, 3, { type: 3 }] } },
  ])('finds nothing in what is no workspace: %j', (nonsense) => {
    expect(usedBlocks(nonsense as Record<string, unknown>)).toEqual([]);
  });
});

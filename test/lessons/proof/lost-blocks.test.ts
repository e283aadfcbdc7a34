import { describe, expect, it } from 'vitest';
import { camJamEduKit } from '../../../device/contract/wiring.ts';
import { readBlocks } from '../../../lessons/format/block-notation.ts';
import type { SavedBlocks } from '../../../lessons/format/index.ts';
import { BlocksRefused, openBlocks } from '../../../lessons/proof/open-blocks.ts';

const saved = (block: object): SavedBlocks => ({ blocks: { languageVersion: 0, blocks: [block] } });
const open = (blocks: SavedBlocks) => openBlocks(blocks, camJamEduKit, 'de');

describe('openBlocks', () => {
  it('loses nothing of a program with loops, gaps, variables, own blocks and mutations', async () => {
    const { lost, source } = await open(
      readBlocks(`steckbrett_start
variables_set VAR=n VALUE: 3
steckbrett_repeat TIMES: (variables_get VAR=n)
  controls_ifelse IF0: (logic_compare OP=GT A: (variables_get VAR=n) B: 2)
    procedures_callnoreturn NAME=blinke ARG0: 0.5
  ELSE
    steckbrett_print VALUE: (text_join ADD0: "n ist " ADD1: (variables_get VAR=n))

procedures_defnoreturn NAME=blinke PARAMS=x
  steckbrett_led_set PART=red STATE=on
  steckbrett_wait SECONDS: (variables_get VAR=x)
`),
    );
    expect(lost).toEqual([]);
    expect(source).toContain('blinke');
  });

  it.each<[string, object, string[]]>([
    [
      'a field that the block does not have',
      { type: 'steckbrett_led_set', fields: { PART: 'red', STATE: 'on', COLOUR: 'red' } },
      ['steckbrett_led_set: COLOUR'],
    ],
    [
      'a value that a dropdown does not have',
      { type: 'steckbrett_led_set', fields: { PART: 'red', STATE: 'shining' } },
      ['steckbrett_led_set: STATE'],
    ],
    ['a number that is none', { type: 'math_number', fields: { NUM: 'many' } }, ['math_number: NUM']],
  ])('names %s', async (_, block, lost) => {
    expect((await open(saved(block))).lost).toEqual(lost);
  });

  it.each<[string, object]>([
    ['a block that does not exist', { type: 'steckbrett_fly' }],
    [
      'a gap that the block does not have',
      { type: 'steckbrett_wait', inputs: { HOURS: { block: { type: 'math_number' } } } },
    ],
    [
      'blocks that do not fit together',
      { type: 'steckbrett_start', next: { block: { type: 'math_number' } } },
    ],
  ])('refuses %s', async (_, block) => {
    await expect(open(saved(block))).rejects.toThrow(BlocksRefused);
  });
});

import * as Blockly from 'blockly';
import { describe, expect, it } from 'vitest';
import { registerBlocks } from '../../../lessons/blocks/index.ts';
import { readComma } from '../../../lessons/blocks/number-field.ts';

describe('a number that somebody types', () => {
  it.each([
    ['0,5', 'de', '0.5'],
    [' 1,25 ', 'de', '1.25'],
    ['-0,5', 'de', '-0.5'],
    [',5', 'de', '.5'],
    ['1,500', 'de', '1.500'],
    ['0.5', 'de', '0.5'],
    ['0,5', 'en', '0.5'],
    ['1,500', 'en', '1,500'],
    ['drei', 'de', 'drei'],
  ] as const)('%j in %s is read as %j', (typed, language, read) => {
    expect(readComma(typed, language)).toBe(read);
  });

  it('may have a comma in a block, and follows a switch of the language', async () => {
    await registerBlocks(Blockly, 'de');
    const block = new Blockly.Workspace().newBlock('math_number');
    block.setFieldValue('0,5', 'NUM');
    expect(block.getFieldValue('NUM')).toBe(0.5);
    await registerBlocks(Blockly, 'en');
    block.setFieldValue('1,500', 'NUM');
    expect(block.getFieldValue('NUM')).toBe(1500);
  });
});

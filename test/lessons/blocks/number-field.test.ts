import * as Blockly from 'blockly';
import { describe, expect, it } from 'vitest';
import { generateProgram, registerBlocks, translateWorkspace } from '../../../lessons/blocks/index.ts';
import { readComma, writeNumber } from '../../../lessons/blocks/number-field.ts';
import { start, workspaceOf } from './workspace.ts';

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

describe('a number that is shown', () => {
  it.each([
    [0.5, 'de', '0,5'],
    [0.5, 'en', '0.5'],
    [-1.25, 'de', '-1,25'],
    [1500, 'de', '1500'],
    [1e21, 'de', '1e+21'],
    ['', 'de', ''],
  ] as const)('%j in %s is %j', (value, language, text) => {
    expect(writeNumber(value, language)).toBe(text);
  });

  it('is written as the language does, saved and run as one and the same', async () => {
    const wait = {
      type: 'steckbrett_wait',
      inputs: { SECONDS: { block: { type: 'math_number', fields: { NUM: 0.5 } } } },
    };
    const workspace = await workspaceOf([start(wait)], { language: 'de' });
    const words = () => workspace.getBlocksByType('steckbrett_wait')[0]?.toString();
    const saved = Blockly.serialization.workspaces.save(workspace);
    const program = generateProgram(workspace);
    expect(words()).toBe('warte 0,5 Sekunden');
    await translateWorkspace(Blockly, workspace, 'en');
    expect(words()).toBe('wait 0.5 seconds');
    expect(generateProgram(workspace)).toBe(program);
    expect(Blockly.serialization.workspaces.save(workspace)).toEqual(saved);
  });
});

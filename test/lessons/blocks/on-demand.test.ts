import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../device/contract/problem.ts';
import {
  blockTypesIn,
  generateProgram,
  mustLearn,
  registerBlocks,
  toolbox,
  translateWorkspace,
} from '../../../lessons/blocks/index.ts';
import { Blockly, start } from './workspace.ts';

describe('the block types in saved work', () => {
  it.each<[string, unknown, string[]]>([
    ['a workspace that was never saved', null, []],
    ['an empty one', {}, []],
    [
      'blocks below, inside and beside each other',
      {
        blocks: {
          languageVersion: 0,
          blocks: [
            start({
              type: 'steckbrett_servo_turn',
              inputs: {
                DEGREES: { shadow: { type: 'math_number' }, block: { type: 'steckbrett_distance' } },
              },
            }),
            { type: 'steckbrett_when_motion' },
          ],
        },
      },
      [
        'math_number',
        'steckbrett_distance',
        'steckbrett_servo_turn',
        'steckbrett_start',
        'steckbrett_when_motion',
      ],
    ],
  ])('of %s', (_case, saved, types) => {
    expect([...blockTypesIn(saved)].sort()).toEqual(types);
  });
});

// One Blockly learns step by step, so these tests follow one another.
describe('blocks of parts beyond the basic kit', () => {
  const servo = [start({ type: 'steckbrett_servo_turn', fields: { PART: 'servo' } })];
  const load = (workspace: Blockly.Workspace) =>
    Blockly.serialization.workspaces.load({ blocks: { languageVersion: 0, blocks: servo } }, workspace);

  it('are not loaded for work with the basic kit', async () => {
    const known = await registerBlocks(Blockly, 'de', ['steckbrett_led_set', 'no_block_of_ours']);
    expect(Blockly.Blocks.steckbrett_led_set).toBeDefined();
    expect(Blockly.Blocks.steckbrett_servo_turn).toBeUndefined();
    expect(mustLearn(['steckbrett_led_set', 'no_block_of_ours'], known)).toBe(false);
    expect(mustLearn(['steckbrett_servo_turn'], known)).toBe(true);
    expect(toolbox(['steckbrett_servo_turn'], known)).toMatchObject({ contents: [] });
  });

  it('are loaded when something mentions one', async () => {
    const known = await registerBlocks(Blockly, 'de', ['steckbrett_servo_turn']);
    expect(mustLearn(['steckbrett_servo_turn', 'steckbrett_oled_pixel'], known)).toBe(false);
    expect(toolbox(['steckbrett_servo_turn'], known)).toMatchObject({
      contents: [{ contents: [{ type: 'steckbrett_servo_turn' }] }],
    });
    const workspace = new Blockly.Workspace();
    load(workspace);
    expect(generateProgram(workspace, known)).toContain("$do('servo', 'turn', 0)");
  });

  it('stay when they are not mentioned again, in the other language too', async () => {
    const workspace = new Blockly.Workspace();
    load(workspace);
    await translateWorkspace(Blockly, workspace, 'en');
    const known = await registerBlocks(Blockly, 'en');
    expect(mustLearn(['steckbrett_servo_turn'], known)).toBe(false);
    expect(workspace.getAllBlocks(true).map((block) => block.toString())[1]).toMatch(/^turn .* to \? °$/);
  });

  it('are unknown to a program that is made of the basic language alone', () => {
    const workspace = new Blockly.Workspace();
    load(workspace);
    expect(() => generateProgram(workspace)).toThrow(ProblemError);
  });

  it('may be asked for twice at once', async () => {
    const [one, two] = await Promise.all([
      registerBlocks(Blockly, 'de', ['steckbrett_oled_clear']),
      registerBlocks(Blockly, 'de', ['steckbrett_lcd_clear']),
    ]);
    expect(one.map((block) => block.type)).toEqual(two.map((block) => block.type));
  });
});

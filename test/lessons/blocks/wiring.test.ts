import { describe, expect, it } from 'vitest';
import type { Wiring } from '../../../device/contract/wiring.ts';
import { generateProgram, partWarning, useWiring } from '../../../lessons/blocks/index.ts';
import { Blockly, start, workspaceOf } from './workspace.ts';

const toggle = (part?: string) => ({
  type: 'steckbrett_led_toggle',
  id: 'toggle',
  ...(part === undefined ? {} : { fields: { PART: part } }),
});
const onlyBlue: Wiring = { parts: [{ id: 'lamp', type: 'led', pins: { anode: 5 }, color: 'blue' }] };
const nothing: Wiring = { parts: [] };

/** The dropdown of the toggle block: label and value of each choice. */
function choices(workspace: Blockly.Workspace) {
  const field = workspace.getBlockById('toggle')?.getField('PART');
  return field instanceof Blockly.FieldDropdown ? field.getOptions(false) : [];
}

describe('the dropdown of parts', () => {
  it('offers the wired parts of its type, by the names that people use', async () => {
    expect(choices(await workspaceOf([start(toggle('red'))]))).toEqual([
      ['rote LED (GPIO 18)', 'red'],
      ['gelbe LED (GPIO 23)', 'amber'],
      ['grüne LED (GPIO 24)', 'green'],
    ]);
    expect(choices(await workspaceOf([start(toggle('red'))], { language: 'en' }))[0]).toEqual([
      'red LED (GPIO 18)',
      'red',
    ]);
  });

  it('begins with the first wired part', async () => {
    const workspace = await workspaceOf([start(toggle())], { wiring: onlyBlue });
    expect(workspace.getBlockById('toggle')?.toString()).toBe('schalte blaue LED (GPIO 5) um');
  });

  it('keeps a part that is not wired, and says so', async () => {
    const workspace = await workspaceOf([start(toggle('red'))], { wiring: onlyBlue });
    expect(choices(workspace)).toEqual([
      ['red (nicht verkabelt)', 'red'],
      ['blaue LED (GPIO 5)', 'lamp'],
    ]);
    expect(generateProgram(workspace)).toContain("$do('red', 'toggle')");
  });

  it('keeps its part when blocks are loaded before anybody says what is wired', async () => {
    const workspace = await workspaceOf([start(toggle('green'))], { wiring: null });
    useWiring(Blockly, workspace, onlyBlue);
    expect(generateProgram(workspace)).toContain("$do('green', 'toggle')");
  });

  it('follows when the wiring changes', async () => {
    const workspace = await workspaceOf([start(toggle())], { wiring: nothing });
    expect(choices(workspace)).toEqual([['(kein Teil)', '']]);
    useWiring(Blockly, workspace, onlyBlue);
    expect(choices(workspace)).toEqual([['blaue LED (GPIO 5)', 'lamp']]);
    expect(generateProgram(workspace)).toContain("$do('lamp', 'toggle')");
  });

  it('keeps two workspaces apart', async () => {
    const kit = await workspaceOf([start(toggle())]);
    const blue = await workspaceOf([start(toggle())], { wiring: onlyBlue });
    expect(choices(kit)).toHaveLength(3);
    expect(choices(blue)).toHaveLength(1);
  });
});

describe('a block warns', () => {
  it.each<[string, string | undefined, Wiring | null, RegExp | null]>([
    ['not, when its part is wired', 'lamp', onlyBlue, null],
    ['when its part is not wired', 'red', onlyBlue, /„red“ ist gerade nicht verkabelt/],
    ['when no part of its type is wired', undefined, nothing, /noch kein Teil verkabelt/],
    [
      'when its part is of another type',
      'bell',
      { parts: [{ id: 'bell', type: 'buzzer', pins: { signal: 5 } }] },
      /„bell“/,
    ],
    ['not, as long as nobody has said what is wired', 'red', null, null],
  ])('%s', async (_case, part, wiring, warning) => {
    const workspace = await workspaceOf([start(toggle(part))], { wiring });
    const block = workspace.getBlockById('toggle');
    const said = block && partWarning(Blockly.Msg, block);
    if (warning) expect(said).toMatch(warning);
    else expect(said).toBeNull();
  });

  it('only if it speaks to a part', async () => {
    const workspace = await workspaceOf([start()], { wiring: nothing });
    expect(workspace.getAllBlocks(false).map((block) => partWarning(Blockly.Msg, block))).toEqual([null]);
  });
});

import * as deOfBlockly from 'blockly/msg/de';
import * as enOfBlockly from 'blockly/msg/en';
import { describe, expect, it } from 'vitest';
import { camJamEduKit } from '../../../device/contract/wiring.ts';
import { blockTypesByCategory } from '../../../lessons/blocks/block-types.ts';
import { basicBlocks, families } from '../../../lessons/blocks/families.ts';
import {
  blockTypes,
  generateProgram,
  registerBlocks,
  toolbox,
  translateWorkspace,
  useWiring,
} from '../../../lessons/blocks/index.ts';
import { blocklyDe } from '../../../lessons/blocks/messages/blockly-de.ts';
import { blocklyDeMends } from '../../../lessons/blocks/messages/blockly-de-mends.ts';
import { de } from '../../../lessons/blocks/messages/de.ts';
import { en } from '../../../lessons/blocks/messages/en.ts';
import { partsDe } from '../../../lessons/blocks/messages/parts-de.ts';
import { partsEn } from '../../../lessons/blocks/messages/parts-en.ts';
import { trimmed } from '../../../lessons/blocks/messages/trimmed.ts';
import { moreBlocks, moreFamilies } from '../../../lessons/blocks/more-parts.ts';
import { Blockly, start, workspaceOf } from './workspace.ts';

const allBlocks = [...basicBlocks, ...moreBlocks];

/** The gaps of a message, sorted: %1, %2. */
const gaps = (message: string) => (message.match(/%\d/g) ?? []).sort();

describe('the languages of the blocks', () => {
  it.each([
    ['the basic language', de, en],
    ['the parts that are loaded on demand', partsDe, partsEn],
  ])('have the same texts for %s, none empty, with the same gaps', (_of, inGerman, inEnglish) => {
    expect(Object.keys(inEnglish).sort()).toEqual(Object.keys(inGerman).sort());
    const translated = new Map(Object.entries<string>(inEnglish));
    for (const [key, german] of Object.entries<string>(inGerman)) {
      const english = translated.get(key) ?? '';
      expect(german.trim(), key).not.toBe('');
      expect(english.trim(), key).not.toBe('');
      expect(gaps(english), key).toEqual(gaps(german));
    }
  });

  it('have every text that a block or a category asks for', () => {
    const asked = JSON.stringify([allBlocks, toolbox()]).match(/(?<=%\{BKY_)\w+/g) ?? [];
    expect(asked.length).toBeGreaterThan(30);
    expect(asked.filter((key) => !(key in de || key in partsDe))).toEqual([]);
  });

  it('complete Blockly’s German only where it is English still, with the same gaps', () => {
    const german = new Map<string, unknown>(Object.entries(deOfBlockly));
    const english = new Map<string, unknown>(Object.entries(enOfBlockly));
    for (const [key, ours] of Object.entries(blocklyDe)) {
      expect(english.get(key), key).toBeTypeOf('string');
      expect(german.get(key), `${key} has a German text now`).toBe(english.get(key));
      expect(gaps(ours), key).toEqual(gaps(String(english.get(key))));
    }
  });

  it('mend texts of Blockly that are German already, with the same gaps', () => {
    const german = new Map<string, unknown>(Object.entries(deOfBlockly));
    for (const [key, ours] of Object.entries(blocklyDeMends)) {
      expect(german.get(key), key).toBeTypeOf('string');
      expect(gaps(ours), key).toEqual(gaps(String(german.get(key))));
    }
  });

  it('never write over a text of Blockly itself', () => {
    expect(Object.keys({ ...de, ...partsDe }).filter((key) => key in deOfBlockly)).toEqual([]);
  });
});

describe('the texts that the page leaves out', () => {
  it.each([
    ['de', deOfBlockly],
    ['en', enOfBlockly],
  ] as const)('are missed by no block of the language (%s)', async (language, theirs) => {
    await registerBlocks(Blockly, language, blockTypes);
    const all = { ...Blockly.Msg };
    const kept = trimmed(theirs as unknown as Record<string, string>);
    const dropped = Object.keys(theirs).filter((key) => !(key in kept));
    const workspace = new Blockly.Workspace();
    try {
      for (const key of dropped) delete Blockly.Msg[key];
      for (const type of blockTypes) {
        const block = workspace.newBlock(type);
        const fields = block.inputList.flatMap((input) => input.fieldRow);
        const options = fields.flatMap((field) =>
          field instanceof Blockly.FieldDropdown ? field.getOptions(false).map(String) : [],
        );
        const words = [block.toString(), Blockly.Tooltip.getTooltipOfObject(block), ...options].join('\n');
        expect(words, type).not.toMatch(/undefined|BKY_/);
      }
    } finally {
      Blockly.setLocale(all);
    }
    expect(dropped.length).toBeGreaterThan(80);
  });
});

describe('switching the language', () => {
  it('renames the blocks in use and leaves their ids, their place and the program as they were', async () => {
    const workspace = await workspaceOf([
      {
        ...start({ type: 'steckbrett_led_set', id: 'a', fields: { PART: 'amber', STATE: 'off' } }),
        x: 64,
        y: 32,
      },
    ]);
    const program = generateProgram(workspace);
    const words = () => workspace.getAllBlocks(true).map((block) => block.toString());
    expect(words()).toEqual(['wenn das Programm startet', 'schalte gelbe LED (GPIO 23) aus']);

    await translateWorkspace(Blockly, workspace, 'en');
    expect(words()).toEqual(['when the program starts', 'turn amber LED (GPIO 23) off']);
    expect(generateProgram(workspace)).toBe(program);
    expect(workspace.getTopBlocks(true)[0]?.getRelativeToSurfaceXY()).toMatchObject({ x: 64, y: 32 });

    await translateWorkspace(Blockly, workspace, 'de');
    expect(words()).toEqual(['wenn das Programm startet', 'schalte gelbe LED (GPIO 23) aus']);
  });

  it('switches the blocks of Blockly too', async () => {
    await registerBlocks(Blockly, 'en');
    expect(Blockly.Msg.CONTROLS_IF_MSG_IF).toBe('if');
    await registerBlocks(Blockly, 'de');
    expect(Blockly.Msg.CONTROLS_IF_MSG_IF).toBe('falls');
  });
});

describe('the language', () => {
  it('holds exactly the block types that the list without Blockly names, in their categories', () => {
    for (const [category, types] of Object.entries(blockTypesByCategory)) {
      const ofFamilies = [...families, ...moreFamilies].flatMap((family) =>
        family.blocks.filter((block) => (block.category ?? family.category) === category),
      );
      expect(ofFamilies.map((one) => one.type).sort(), category).toEqual([...types].sort());
    }
  });

  it('has a definition and a generator for each of them', async () => {
    const known = await registerBlocks(Blockly, 'de', blockTypes);
    for (const type of blockTypes) {
      const workspace = new Blockly.Workspace();
      useWiring(Blockly, workspace, camJamEduKit);
      const block = workspace.newBlock(type);
      // A call says what it calls, and this one calls nothing yet.
      if (!type.startsWith('procedures_call'))
        expect(block.getTooltip() || Blockly.Tooltip.getTooltipOfObject(block), type).not.toBe('');
      if (block.previousConnection) {
        const hat = workspace.newBlock('steckbrett_start');
        hat.nextConnection?.connect(block.previousConnection);
      }
      expect(() => generateProgram(workspace, known), type).not.toThrow();
    }
  });
});

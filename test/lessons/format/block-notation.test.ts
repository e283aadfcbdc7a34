import { describe, expect, it } from 'vitest';
import type { Wiring } from '../../../device/contract/wiring.ts';
import type { LanguageBlock } from '../../../lessons/blocks/family.ts';
import { blockTypes, generateProgram, registerBlocks, useWiring } from '../../../lessons/blocks/index.ts';
import { NotationError, readBlocks, writeBlocks } from '../../../lessons/format/block-notation.ts';
import { hasInput, shapeOf } from '../../../lessons/format/block-shapes.ts';
import type { SavedBlocks } from '../../../lessons/format/index.ts';
import { Blockly } from '../blocks/workspace.ts';

/** A part of each kind, so that every block has one to speak to. */
const wiring: Wiring = {
  parts: [
    { id: 'red', type: 'led', pins: { anode: 18 } },
    { id: 'button', type: 'button', pins: { signal: 25 } },
    { id: 'buzzer', type: 'buzzer', pins: { signal: 22 } },
    { id: 'rgb', type: 'rgb-led', pins: { red: 5, green: 6, blue: 13 } },
    { id: 'strip', type: 'strip', pins: {} },
    { id: 'speaker', type: 'speaker', pins: { signal: 12 } },
    { id: 'servo', type: 'servo', pins: { signal: 19 } },
    { id: 'weather', type: 'climate', pins: {} },
  ],
};

const known = await registerBlocks(Blockly, 'de', blockTypes);

function workspaceWith(blocks: SavedBlocks) {
  const workspace = new Blockly.Workspace();
  useWiring(Blockly, workspace, wiring);
  Blockly.serialization.workspaces.load(blocks, workspace);
  return workspace;
}

const program = (blocks: SavedBlocks) => generateProgram(workspaceWith(blocks), known);

/** Blocks in which one block of the toolbox stands where it has an effect on the program. */
function programWith({ type, inputs }: LanguageBlock): SavedBlocks {
  const block = { type, ...(inputs ? { inputs } : {}) };
  const place = shapeOf(type)?.place;
  const top =
    place === 'hat'
      ? block
      : {
          type: 'steckbrett_start',
          next: {
            block: place === 'value' ? { type: 'steckbrett_print', inputs: { VALUE: { block } } } : block,
          },
        };
  return { blocks: { languageVersion: 0, blocks: [top] } };
}

/** A program without the ids of its blocks. */
const withoutIds = (source: string) => source.replace(/"[^"]*"|'[^']*'/g, (text) => text);

function problem(text: string): NotationError {
  try {
    readBlocks(text);
  } catch (error) {
    if (error instanceof NotationError) return error;
    throw error;
  }
  throw new Error('it was read');
}

describe('blocks in notation', () => {
  it.each(known.map((block) => [block.type, block] as const))(
    '%s is the same program when it was written down and read again',
    (_type, block) => {
      const saved = Blockly.serialization.workspaces.save(workspaceWith(programWith(block)));
      const once = readBlocks(writeBlocks(saved));
      expect(withoutIds(program(once)).length).toBeGreaterThan(0);
      const twice = readBlocks(writeBlocks(once));
      expect(twice).toEqual(once);
      const again = Blockly.serialization.workspaces.save(workspaceWith(once));
      expect(bare(again)).toEqual(bare(saved));
      void withoutIds;
      void hasInput;
      void problem;
    },
  );
});

/** Saved blocks without ids and places. */
function bare(saved: unknown): unknown {
  if (Array.isArray(saved)) return saved.map(bare);
  if (typeof saved !== 'object' || saved === null) return saved;
  return Object.fromEntries(
    Object.entries(saved).flatMap(([key, value]) =>
      ['id', 'x', 'y'].includes(key) ? [] : [[key, bare(value)]],
    ),
  );
}

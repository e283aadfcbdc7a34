import * as Blockly from 'blockly';
import { camJamEduKit, type Wiring } from '../../../device/contract/wiring.ts';
import {
  blockTypes,
  generateProgram,
  type Language,
  registerBlocks,
  useWiring,
} from '../../../lessons/blocks/index.ts';

export { Blockly };

/** A block as Blockly saves it. */
export interface SavedBlock {
  type: string;
  id?: string;
  fields?: Record<string, unknown>;
  inputs?: Record<string, { block?: SavedBlock; shadow?: SavedBlock }>;
  next?: { block: SavedBlock };
  x?: number;
  y?: number;
  [other: string]: unknown;
}

/** A workspace without a page, with these blocks, wired as the kit unless told otherwise. */
export async function workspaceOf(
  blocks: SavedBlock[],
  options: { language?: Language; wiring?: Wiring | null; variables?: { name: string; id: string }[] } = {},
): Promise<Blockly.Workspace> {
  await registerBlocks(Blockly, options.language ?? 'de', blockTypes);
  const workspace = new Blockly.Workspace();
  if (options.wiring !== null) useWiring(Blockly, workspace, options.wiring ?? camJamEduKit);
  Blockly.serialization.workspaces.load(
    { blocks: { languageVersion: 0, blocks }, variables: options.variables ?? [] },
    workspace,
  );
  return workspace;
}

/** Chains blocks below each other. */
export function chain(...blocks: SavedBlock[]): SavedBlock {
  const [first, ...rest] = blocks;
  if (!first) throw new Error('a chain needs a block');
  return rest.length === 0 ? first : { ...first, next: { block: chain(...rest) } };
}

/** A start hat with these blocks below. */
export function start(...blocks: SavedBlock[]): SavedBlock {
  return chain({ type: 'steckbrett_start', id: 'hat' }, ...blocks);
}

/** The program of these blocks. */
export async function programOf(
  blocks: SavedBlock[],
  options: Parameters<typeof workspaceOf>[1] = {},
): Promise<string> {
  const workspace = await workspaceOf(blocks, options);
  return generateProgram(workspace, await registerBlocks(Blockly, options.language ?? 'de', blockTypes));
}

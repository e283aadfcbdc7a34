import { loops } from 'blockly/blocks';
import type { Block, Workspace } from 'blockly/core';
import type { Wiring } from '../../device/contract/wiring.ts';
import { blockTypes } from './block-types.ts';
import { basicBlocks } from './families.ts';
import type { Blockly, LanguageBlock } from './family.ts';
import { type Language, languageTexts, partTexts } from './messages/index.ts';
import { registerNumberField } from './number-field.ts';
import { partExtension } from './part-argument.ts';
import { partFieldOf, registerPartField } from './part-field.ts';
import { partWarning } from './part-wired.ts';
import { setWiring } from './workspace-wiring.ts';

const warningId = 'steckbrett_wiring';
/** Signs in a line of the warning's bubble, which does not break lines by itself. */
const warningWidth = 36;

/** Where Blockly's own texts also hold which language they are in. */
const languageKey = 'STECKBRETT_LANGUAGE';

const basicTypes: ReadonlySet<string> = new Set(basicBlocks.map((one) => one.type));
/** The types whose blocks are loaded when something mentions one of them. */
const moreTypes: ReadonlySet<string> = new Set(blockTypes.filter((type) => !basicTypes.has(type)));

/** Shows or takes away the wiring warning of one block. */
function showWarning(blockly: Blockly, block: Block): void {
  if (block.isInFlyout) return;
  const text = partWarning(blockly.Msg, block);
  block.setWarningText(text && blockly.utils.string.wrap(text, warningWidth), warningId);
}

/** What a Blockly learns once: the fields and the wiring warning. */
function define(blockly: Blockly): void {
  registerPartField(blockly);
  registerNumberField(blockly, () => (blockly.Msg[languageKey] === 'en' ? 'en' : 'de'));
  blockly.Extensions.register(partExtension, function (this: Block) {
    this.setOnChange((event) => {
      const ours = 'blockId' in event && event.blockId === this.id;
      if (ours || event.type === blockly.Events.FINISHED_LOADING) showWarning(blockly, this);
    });
  });
}

/** What a Blockly learns of these blocks. */
function defineBlocks(blockly: Blockly, blocks: readonly LanguageBlock[]): void {
  const own = blocks.filter((one) => one.definition);
  blockly.defineBlocksWithJsonArray(own.map(({ type, definition }) => ({ type, ...definition })));
  for (const { type, loop } of blocks) if (loop) loops.loopTypes.add(type);
  for (const { type, style, inline } of blocks) {
    const borrowed = blockly.Blocks[type];
    if (!(style || inline) || !borrowed) continue;
    const init = borrowed.init as (this: Block) => void;
    borrowed.init = function (this: Block) {
      init.call(this);
      if (style) this.setStyle(style);
      if (inline) this.setInputsInline(true);
    };
  }
}

/** Whether one of these block types is of a part whose blocks a Blockly that knows only `known` must load first. */
export function mustLearn(types: Iterable<string>, known: readonly LanguageBlock[]): boolean {
  return [...types].some((type) => moreTypes.has(type) && !known.some((block) => block.type === type));
}

/**
 * Teaches Blockly the language. A second call switches the texts; blocks that are already there keep theirs until
 * `translateWorkspace`.
 *
 * @param types the block types that toolbox and work mention (`blockTypesIn`). If one of them is of a part beyond the
 *   basic kit, the blocks of all those parts are loaded too; once learnt, they stay.
 * @returns the blocks that Blockly now knows, for `toolbox` and `generateProgram`.
 */
export async function registerBlocks(
  blockly: Blockly,
  language: Language,
  types: Iterable<string> = [],
): Promise<readonly LanguageBlock[]> {
  const learnt = [...moreTypes].some((type) => type in blockly.Blocks);
  const more = learnt || mustLearn(types, basicBlocks);
  const [texts, textsOfParts, parts] = await Promise.all([
    languageTexts[language](),
    more ? partTexts[language]() : {},
    more ? import('./more-parts.ts') : undefined,
  ]);
  blockly.setLocale({ ...texts, ...textsOfParts, [languageKey]: language });
  if (!blockly.Extensions.isRegistered(partExtension)) {
    define(blockly);
    defineBlocks(blockly, basicBlocks);
  }
  if (!parts) return basicBlocks;
  if (parts.moreBlocks.some(({ type }) => !(type in blockly.Blocks))) {
    parts.registerMoreFields(blockly);
    defineBlocks(blockly, parts.moreBlocks);
  }
  return [...basicBlocks, ...parts.moreBlocks];
}

/**
 * Tells a workspace what is wired: fills the part dropdowns, of the toolbox too, and warns on blocks whose part is
 * not there. Call it again when the wiring changes.
 */
export function useWiring(blockly: Blockly, workspace: Workspace, wiring: Wiring): void {
  setWiring(workspace, wiring);
  for (const block of workspace.getAllBlocks(false)) {
    const field = partFieldOf(block);
    if (!field) continue;
    field.refresh();
    showWarning(blockly, block);
  }
}

/**
 * Switches the language of a workspace that is in use: every block is made anew with its id, its place and its
 * content. The toolbox is the page's to renew: `workspace.updateToolbox(toolbox(types))`.
 */
export async function translateWorkspace(
  blockly: Blockly,
  workspace: Workspace,
  language: Language,
): Promise<void> {
  await registerBlocks(blockly, language);
  const blocks = blockly.serialization.workspaces.save(workspace);
  blockly.Events.disable();
  try {
    blockly.serialization.workspaces.load(blocks, workspace);
  } finally {
    blockly.Events.enable();
  }
  for (const block of workspace.getAllBlocks(false)) showWarning(blockly, block);
}

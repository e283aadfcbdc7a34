import 'blockly/blocks';
import type { Block, Workspace } from 'blockly/core';
import type { Wiring } from '../../device/contract/wiring.ts';
import { languageBlocks } from './families.ts';
import type { Blockly } from './family.ts';
import { type Language, messages } from './messages/index.ts';
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

type Texts = Readonly<Record<string, string>>;

/** Blockly's own texts, loaded when their language is chosen; German is completed. */
const blocklyMessages: Readonly<Record<Language, () => Promise<Texts>>> = {
  async de() {
    const [theirs, { blocklyDe }] = await Promise.all([
      import('blockly/msg/de'),
      import('./messages/blockly-de.ts'),
    ]);
    return { ...(theirs as unknown as Texts), ...blocklyDe };
  },
  async en() {
    return (await import('blockly/msg/en')) as unknown as Texts;
  },
};

/** Shows or takes away the wiring warning of one block. */
function showWarning(blockly: Blockly, block: Block): void {
  if (block.isInFlyout) return;
  const text = partWarning(blockly.Msg, block);
  block.setWarningText(text && blockly.utils.string.wrap(text, warningWidth), warningId);
}

/** What a Blockly learns once: the part dropdown, the wiring warning, the blocks. */
function define(blockly: Blockly): void {
  registerPartField(blockly);
  registerNumberField(blockly, () => (blockly.Msg[languageKey] === 'en' ? 'en' : 'de'));
  blockly.Extensions.register(partExtension, function (this: Block) {
    this.setOnChange((event) => {
      const ours = 'blockId' in event && event.blockId === this.id;
      if (ours || event.type === blockly.Events.FINISHED_LOADING) showWarning(blockly, this);
    });
  });
  const own = languageBlocks.filter((one) => one.definition);
  blockly.defineBlocksWithJsonArray(own.map(({ type, definition }) => ({ type, ...definition })));
  for (const { type, style } of languageBlocks) {
    const borrowed = blockly.Blocks[type];
    if (!style || !borrowed) continue;
    const init = borrowed.init as (this: Block) => void;
    borrowed.init = function (this: Block) {
      init.call(this);
      this.setStyle(style);
    };
  }
}

/**
 * Teaches Blockly the language. A second call switches the texts; blocks that are already there keep theirs until
 * `translateWorkspace`.
 */
export async function registerBlocks(blockly: Blockly, language: Language): Promise<void> {
  blockly.setLocale({
    ...(await blocklyMessages[language]()),
    ...messages[language],
    [languageKey]: language,
  });
  if (!blockly.Extensions.isRegistered(partExtension)) define(blockly);
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

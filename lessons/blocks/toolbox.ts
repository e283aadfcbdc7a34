import type { utils } from 'blockly/core';
import { type BlockType, blockTypesByCategory, type Category, categories } from './block-types.ts';
import { basicBlocks } from './families.ts';
import type { LanguageBlock } from './family.ts';

type ToolboxInfo = utils.toolbox.ToolboxInfo;

/** Categories that Blockly fills itself: with the button that makes a variable, with a block for each procedure. */
const filledByBlockly: Partial<Record<Category, string>> = { variables: 'VARIABLE', procedures: 'PROCEDURE' };

/** One category. */
function category(name: Category, blocks: readonly LanguageBlock[]) {
  const head = {
    kind: 'category',
    name: `%{BKY_STECKBRETT_CATEGORY_${name.toUpperCase()}}`,
    categorystyle: `steckbrett_${name}`,
  };
  const custom = filledByBlockly[name];
  if (custom) return { ...head, custom };
  const contents = blocks.map(({ type, inputs }) => ({ kind: 'block', type, inputs }));
  return { ...head, contents };
}

/**
 * The toolbox, for `Blockly.inject`'s `toolbox` or `workspace.updateToolbox`.
 *
 * @param types the block types that the lesson offers, in any order; names that the language does not know are
 *   passed over. Left out: the whole language. Categories that would be empty are left out.
 * @param blocks what `registerBlocks` gave; left out: the basic language, without the parts that are loaded on demand.
 */
export function toolbox(
  types?: readonly string[],
  blocks: readonly LanguageBlock[] = basicBlocks,
): ToolboxInfo {
  const known = new Map<BlockType, LanguageBlock>(blocks.map((block) => [block.type, block]));
  const contents = categories.flatMap((name) => {
    const offered = blockTypesByCategory[name].flatMap((type) => {
      const block = known.get(type);
      return block && (types === undefined || types.includes(type)) ? [block] : [];
    });
    return offered.length === 0 ? [] : [category(name, offered)];
  });
  return { kind: 'categoryToolbox', contents } as ToolboxInfo;
}

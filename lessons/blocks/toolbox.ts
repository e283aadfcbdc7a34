import type { utils } from 'blockly/core';
import { type BlockType, blockTypesByCategory, type Category, categories } from './block-types.ts';
import { languageBlocks } from './families.ts';

type ToolboxInfo = utils.toolbox.ToolboxInfo;

/** One category; Blockly fills the variables' itself, with the button that makes a variable. */
function category(name: Category, types: readonly BlockType[]) {
  const head = {
    kind: 'category',
    name: `%{BKY_STECKBRETT_CATEGORY_${name.toUpperCase()}}`,
    categorystyle: `steckbrett_${name}`,
  };
  if (name === 'variables') return { ...head, custom: 'VARIABLE' };
  const contents = types.map((type) => ({
    kind: 'block',
    type,
    inputs: languageBlocks.find((one) => one.type === type)?.inputs,
  }));
  return { ...head, contents };
}

/**
 * The toolbox, for `Blockly.inject`'s `toolbox` or `workspace.updateToolbox`.
 *
 * @param types the block types that the lesson offers, in any order; names that the language does not know are
 *   passed over. Left out: the whole language. Categories that would be empty are left out.
 */
export function toolbox(types?: readonly string[]): ToolboxInfo {
  const contents = categories.flatMap((name) => {
    const offered = blockTypesByCategory[name].filter((type) => types === undefined || types.includes(type));
    return offered.length === 0 ? [] : [category(name, offered)];
  });
  return { kind: 'categoryToolbox', contents } as ToolboxInfo;
}

import type { Block, Workspace } from 'blockly/core';

/** What stands on the blocks, to be read aloud: stacks end with a full stop, what is in a mouth follows a colon. */
export function blockWords(workspace: Workspace): string {
  return workspace
    .getTopBlocks(true)
    .map((top) => `${stackWords(top)}.`)
    .join(' ');
}

function stackWords(first: Block): string {
  const words: string[] = [];
  for (let block: Block | null = first; block; block = block.getNextBlock()) words.push(wordsOf(block));
  return words.join('; ');
}

function wordsOf(block: Block): string {
  const words: string[] = [];
  for (const input of block.inputList) {
    if (!input.isVisible()) continue;
    words.push(...input.fieldRow.filter((field) => field.isVisible()).map((field) => field.getText()));
    const inner = input.connection?.targetBlock();
    if (!inner) continue;
    words.push(inner.outputConnection ? wordsOf(inner) : `: ${stackWords(inner)};`);
  }
  return (
    words
      // Signs for the direction of writing are nothing to say.
      .map((word) => word.replaceAll(/[\u200e\u200f]/g, '').trim())
      .filter(Boolean)
      .join(' ')
      .replaceAll(/ ([:;])/g, '$1')
      .replaceAll(/;+$/g, '')
  );
}

import type { Block } from 'blockly/core';
import { hatCode, hatShape } from './events.ts';
import type { BlockFamily } from './family.ts';
import { quote } from './quote.ts';

/** Signs of a message's name that count. */
const nameLength = 64;

/** The literal of a message's name. Spaces around it are easily typed and never seen. */
export function nameOf(block: Block): string {
  return quote(
    String(block.getFieldValue('NAME') ?? '')
      .trim()
      .slice(0, nameLength),
  );
}

const name = { type: 'field_input', name: 'NAME', text: '%{BKY_STECKBRETT_MESSAGE_FIRST}' };

/** Messages, by which one stack starts others. */
export const messages: BlockFamily = {
  category: 'events',
  blocks: [
    {
      type: 'steckbrett_when_message',
      hat: true,
      definition: {
        ...hatShape,
        message0: '%{BKY_STECKBRETT_WHEN_MESSAGE}',
        args0: [name],
        tooltip: '%{BKY_STECKBRETT_WHEN_MESSAGE_TOOLTIP}',
      },
      generate: (block, generator) => hatCode('message', `{ name: ${nameOf(block)} }`, block, generator),
    },
    {
      type: 'steckbrett_send',
      definition: {
        message0: '%{BKY_STECKBRETT_SEND}',
        args0: [name],
        previousStatement: null,
        nextStatement: null,
        style: 'steckbrett_events',
        tooltip: '%{BKY_STECKBRETT_SEND_TOOLTIP}',
      },
      generate: (block) => `$send(${nameOf(block)});\n`,
    },
  ],
};

import type { Block } from 'blockly/core';
import { hatCode, hatShape } from './events.ts';
import { type BlockFamily, shadowNumber } from './family.ts';
import { nameOf } from './message-blocks.ts';
import { Order } from './order.ts';
import { choice, gap, inGap } from './part-block.ts';
import { quoteField } from './quote.ts';

const style = 'steckbrett_network';
const name = { type: 'field_input', name: 'NAME', text: '%{BKY_STECKBRETT_PEER_FIRST}' };
const to = choice('TO', [
  ['PEER_NEXT', 'next'],
  ['PEER_PREVIOUS', 'previous'],
  ['PEER_ALL', 'all'],
]);
const statement = { inputsInline: true, previousStatement: null, nextStatement: null, style };

/** `$tell` with its first two arguments; a third may follow. */
function tell(block: Block): string {
  return `$tell(${quoteField(block, 'TO')}, ${nameOf(block)}`;
}

/** The class as a network: messages from Pi to Pi. */
export const network: BlockFamily = {
  category: 'network',
  blocks: [
    {
      type: 'steckbrett_peer_send',
      definition: {
        message0: '%{BKY_STECKBRETT_PEER_SEND}',
        args0: [name, gap('VALUE'), to],
        ...statement,
        tooltip: '%{BKY_STECKBRETT_PEER_SEND_TOOLTIP}',
      },
      inputs: { VALUE: shadowNumber(1) },
      generate: (block, generator) => `${tell(block)}, ${inGap(block, generator, 'VALUE')});\n`,
    },
    {
      type: 'steckbrett_peer_send_plain',
      definition: {
        message0: '%{BKY_STECKBRETT_PEER_SEND_PLAIN}',
        args0: [name, to],
        ...statement,
        tooltip: '%{BKY_STECKBRETT_PEER_SEND_PLAIN_TOOLTIP}',
      },
      generate: (block) => `${tell(block)});\n`,
    },
    {
      type: 'steckbrett_when_peer',
      category: 'events',
      hat: true,
      definition: {
        ...hatShape,
        message0: '%{BKY_STECKBRETT_WHEN_PEER}',
        args0: [name],
        tooltip: '%{BKY_STECKBRETT_WHEN_PEER_TOOLTIP}',
      },
      generate: (block, generator) => hatCode('peer', `{ name: ${nameOf(block)} }`, block, generator),
    },
    {
      type: 'steckbrett_peer_value',
      definition: {
        message0: '%{BKY_STECKBRETT_PEER_VALUE}',
        output: null,
        style,
        tooltip: '%{BKY_STECKBRETT_PEER_VALUE_TOOLTIP}',
      },
      generate: () => ["$heard('value')", Order.FUNCTION_CALL],
    },
    {
      type: 'steckbrett_peer_from',
      definition: {
        message0: '%{BKY_STECKBRETT_PEER_FROM}',
        output: 'String',
        style,
        tooltip: '%{BKY_STECKBRETT_PEER_FROM_TOOLTIP}',
      },
      generate: () => ["$heard('from')", Order.FUNCTION_CALL],
    },
  ],
};

import type { Block } from 'blockly/core';
import type { JavascriptGenerator } from 'blockly/javascript';
import type { BlockFamily } from './family.ts';
import { partArgument, partExtension } from './part-argument.ts';
import { quoteField, quoteId } from './quote.ts';

/** What hangs under a hat, as the body of its generator function. */
function stackUnder(hat: Block, generator: JavascriptGenerator): string {
  const code = generator.blockToCode(hat.getNextBlock());
  return typeof code === 'string' && code !== '' ? generator.prefixLines(code, generator.INDENT) : '';
}

/** Hats: where a stack begins. */
export const events: BlockFamily = {
  category: 'events',
  blocks: [
    {
      type: 'steckbrett_start',
      hat: true,
      definition: {
        message0: '%{BKY_STECKBRETT_START}',
        nextStatement: null,
        style: 'steckbrett_events',
        suppressPrefixSuffix: true,
        tooltip: '%{BKY_STECKBRETT_START_TOOLTIP}',
      },
      generate: (block, generator) =>
        `$on('start', {}, ${quoteId(block)}, function* () {\n${stackUnder(block, generator)}});\n`,
    },
    {
      type: 'steckbrett_when_button',
      hat: true,
      definition: {
        message0: '%{BKY_STECKBRETT_WHEN_BUTTON}',
        args0: [
          partArgument('button'),
          {
            type: 'field_dropdown',
            name: 'EVENT',
            options: [
              ['%{BKY_STECKBRETT_PRESSED}', 'pressed'],
              ['%{BKY_STECKBRETT_RELEASED}', 'released'],
            ],
          },
        ],
        nextStatement: null,
        style: 'steckbrett_events',
        extensions: [partExtension],
        suppressPrefixSuffix: true,
        tooltip: '%{BKY_STECKBRETT_WHEN_BUTTON_TOOLTIP}',
      },
      generate: (block, generator) =>
        `$on('event', { part: ${quoteField(block, 'PART')}, event: ${quoteField(block, 'EVENT')} }, ` +
        `${quoteId(block)}, function* () {\n${stackUnder(block, generator)}});\n`,
    },
  ],
};

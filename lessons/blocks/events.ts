import type { Block } from 'blockly/core';
import type { JavascriptGenerator } from 'blockly/javascript';
import { keys } from '../../device/contract/key.ts';
import type { BlockFamily } from './family.ts';
import { keyLabel } from './key-label.ts';
import { partArgument, partExtension } from './part-argument.ts';
import { quoteField, quoteId } from './quote.ts';

/** What hangs under a hat, as the body of its generator function. */
export function stackUnder(hat: Block, generator: JavascriptGenerator): string {
  const code = generator.blockToCode(hat.getNextBlock());
  return typeof code === 'string' && code !== '' ? generator.prefixLines(code, generator.INDENT) : '';
}

/** A hat with its stack. `options` is JavaScript, as the program API wants it for this kind of hat. */
export function hatCode(kind: string, options: string, hat: Block, generator: JavascriptGenerator): string {
  return `$on('${kind}', ${options}, ${quoteId(hat)}, function* () {\n${stackUnder(hat, generator)}});\n`;
}

/** What every hat's definition has. */
export const hatShape = {
  nextStatement: null,
  style: 'steckbrett_events',
  suppressPrefixSuffix: true,
} as const;

/** Hats: where a stack begins. */
export const events: BlockFamily = {
  category: 'events',
  blocks: [
    {
      type: 'steckbrett_start',
      hat: true,
      definition: {
        ...hatShape,
        message0: '%{BKY_STECKBRETT_START}',
        tooltip: '%{BKY_STECKBRETT_START_TOOLTIP}',
      },
      generate: (block, generator) => hatCode('start', '{}', block, generator),
    },
    {
      type: 'steckbrett_when_button',
      hat: true,
      definition: {
        ...hatShape,
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
        hatCode(
          'event',
          `{ part: ${quoteField(block, 'PART')}, event: ${quoteField(block, 'EVENT')} }`,
          block,
          generator,
        ),
    },
    {
      type: 'steckbrett_every',
      hat: true,
      definition: {
        ...hatShape,
        message0: '%{BKY_STECKBRETT_EVERY}',
        args0: [{ type: 'field_number', name: 'SECONDS', value: 1, min: 0.05, max: 86_400 }],
        tooltip: '%{BKY_STECKBRETT_EVERY_TOOLTIP}',
      },
      generate: (block, generator) =>
        hatCode('every', `{ seconds: ${Number(block.getFieldValue('SECONDS'))} }`, block, generator),
    },
    {
      type: 'steckbrett_when_key',
      hat: true,
      definition: {
        ...hatShape,
        message0: '%{BKY_STECKBRETT_WHEN_KEY}',
        args0: [{ type: 'field_dropdown', name: 'KEY', options: keys.map((key) => [keyLabel(key), key]) }],
        tooltip: '%{BKY_STECKBRETT_WHEN_KEY_TOOLTIP}',
      },
      generate: (block, generator) =>
        hatCode('key', `{ key: ${quoteField(block, 'KEY')} }`, block, generator),
    },
  ],
};

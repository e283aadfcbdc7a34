import type { Block } from 'blockly/core';
import type { JavascriptGenerator } from 'blockly/javascript';
import type { BlockType, Category } from './block-types.ts';
import { stackUnder } from './events.ts';
import type { LanguageBlock } from './family.ts';
import { Order } from './order.ts';
import { partArgument, partExtension } from './part-argument.ts';
import { quoteField, quoteId } from './quote.ts';

/** What every block that speaks to a part is made of. */
interface PartBlock {
  /** Its text is the message of this name in capitals; its tooltip's name ends with `_TOOLTIP`. */
  readonly type: BlockType;
  /** As in `WiredPart.type`. */
  readonly part: string;
  readonly category: Category;
  /** The block's arguments after the part. */
  readonly args?: readonly object[];
  /** What lies in its inputs when it is taken from the toolbox. */
  readonly inputs?: Readonly<Record<string, unknown>>;
}

/** A choice in a block: the message's name without `STECKBRETT_`, and what the program gets. */
type Choice = readonly [message: string, value: string];

/** A block that tells a part to do something; `generate` gives its statements. */
export function partCommand(
  block: PartBlock & {
    readonly generate: (part: string, block: Block, generator: JavascriptGenerator) => string;
  },
): LanguageBlock {
  return {
    ...head(block, block.category, { previousStatement: null, nextStatement: null }),
    generate: (it, generator) => block.generate(quoteField(it, 'PART'), it, generator),
  };
}

/** A block without arguments that tells a part to do one thing. */
export function plainCommand(block: PartBlock, command: string): LanguageBlock {
  return partCommand({ ...block, generate: (part) => `$do(${part}, '${command}');\n` });
}

/** A block that switches a part on or off. */
export function switchCommand(block: PartBlock): LanguageBlock {
  const state = choice('STATE', [
    ['ON', 'on'],
    ['OFF', 'off'],
  ]);
  return partCommand({
    ...block,
    args: [state],
    generate: (part, it) => `$do(${part}, ${quoteField(it, 'STATE')});\n`,
  });
}

/**
 * A block that reads a value of a part.
 *
 * @param value the value's name, or the choice of several, which becomes the block's field `VALUE`.
 */
export function partValue(
  block: PartBlock,
  output: 'Boolean' | 'Number',
  value: string | readonly Choice[],
): LanguageBlock {
  const args = typeof value === 'string' ? [] : [choice('VALUE', value)];
  return {
    ...head({ ...block, args }, block.category, { output }),
    generate: (it) => {
      const name = typeof value === 'string' ? `'${value}'` : quoteField(it, 'VALUE');
      return [`$read(${quoteField(it, 'PART')}, ${name})`, Order.FUNCTION_CALL];
    },
  };
}

/**
 * A hat: its stack runs once for each event of the part.
 *
 * @param event the event's name, or the choice of several, which becomes the block's field `EVENT`.
 */
export function partHat(
  block: Omit<PartBlock, 'category'>,
  event: string | readonly Choice[],
): LanguageBlock {
  const args = typeof event === 'string' ? [] : [choice('EVENT', event)];
  return {
    ...head({ ...block, args }, 'events', { nextStatement: null, suppressPrefixSuffix: true }),
    hat: true,
    generate: (it, generator) => {
      const name = typeof event === 'string' ? `'${event}'` : quoteField(it, 'EVENT');
      return (
        `$on('event', { part: ${quoteField(it, 'PART')}, event: ${name} }, ` +
        `${quoteId(it)}, function* () {\n${stackUnder(it, generator)}});\n`
      );
    },
  };
}

function head(block: Omit<PartBlock, 'category'>, category: Category, shape: object) {
  const { type, part, args = [], inputs } = block;
  const message = type.toUpperCase();
  return {
    type,
    category,
    definition: {
      message0: `%{BKY_${message}}`,
      args0: [partArgument(part), ...args],
      inputsInline: true,
      ...shape,
      style: `steckbrett_${category}`,
      extensions: [partExtension],
      tooltip: `%{BKY_${message}_TOOLTIP}`,
    },
    ...(inputs ? { inputs } : {}),
  };
}

/** A dropdown of fixed choices. */
export function choice(name: string, choices: readonly Choice[]) {
  const options = choices.map(([message, value]) => [`%{BKY_STECKBRETT_${message}}`, value]);
  return { type: 'field_dropdown', name, options };
}

/** A gap for a value. */
export function gap(name: string, check?: 'Number' | 'Colour') {
  return { type: 'input_value', name, ...(check ? { check } : {}) };
}

/** What stands in a gap, as the argument of a call; `empty` if nothing does. */
export function inGap(block: Block, generator: JavascriptGenerator, name: string, empty = '0'): string {
  return generator.valueToCode(block, name, Order.NONE) || empty;
}

/** What stands in a gap, as a text: a display also takes a number that way. */
export function textInGap(block: Block, generator: JavascriptGenerator, name: string): string {
  const text = inGap(block, generator, name, "''");
  return /^'(?:[^'\\]|\\.)*'$/.test(text) ? text : `String(${text})`;
}

/** Pupils count from 1, parts from 0: the number in a gap, less one. */
export function placeInGap(block: Block, generator: JavascriptGenerator, name: string): string {
  const place = generator.valueToCode(block, name, Order.SUBTRACTION) || '1';
  return /^\d+$/.test(place) ? String(Number(place) - 1) : `${place} - 1`;
}

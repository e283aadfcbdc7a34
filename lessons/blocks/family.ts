import type * as BlocklyCore from 'blockly/core';
import type { Block } from 'blockly/core';
import type { JavascriptGenerator } from 'blockly/javascript';
import type { BlockType, Category } from './block-types.ts';

/** Blockly as its user loaded it: `blockly/core` in the page, `blockly` in Node. */
export type Blockly = typeof BlocklyCore;

/** Turns a block into JavaScript: statements as text, a value as text with its operator's precedence. */
export type Generate = (block: Block, generator: JavascriptGenerator) => string | [string, number];

/** One block type of the language. */
export interface LanguageBlock {
  readonly type: BlockType;
  /** Where the toolbox has it; left out: with its family. */
  readonly category?: Category;
  /** Blockly's JSON definition, texts by message key; left out for a block of Blockly's own. */
  readonly definition?: Readonly<Record<string, unknown>>;
  /** Left out for a block of Blockly's own, which brings its generator. */
  readonly generate?: Generate;
  /** For a block of Blockly's own that stands in another category here: the style it takes. */
  readonly style?: string;
  /** For a block of Blockly's own whose inputs stand below each other: whether they stand beside each other here. */
  readonly inline?: boolean;
  /** Whether stacks begin with it; only what hangs under such a block runs. */
  readonly hat?: boolean;
  /** Whether it defines a procedure, which stands beside the stacks. */
  readonly procedure?: boolean;
  /** Whether it is a loop of ours, out of which a block may break. */
  readonly loop?: boolean;
  /** What lies in its inputs when it is taken from the toolbox. */
  readonly inputs?: Readonly<Record<string, unknown>>;
}

/** The blocks of one kit part or of one side of the language. */
export interface BlockFamily {
  readonly category: Category;
  readonly blocks: readonly LanguageBlock[];
}

/** The blocks of a kit part. What the part is called in dropdowns: `partLabel`. */
export interface PartFamily extends BlockFamily {
  /** As in `WiredPart.type`. */
  readonly part: string;
}

/** A number that lies in an input until the pupil puts another block there. */
export function shadowNumber(value: number) {
  return { shadow: { type: 'math_number', fields: { NUM: value } } };
}

/** A text that lies in an input until the pupil puts another block there. */
export function shadowText(value: string) {
  return { shadow: { type: 'text', fields: { TEXT: value } } };
}

import * as blockly from 'blockly/msg/de';
import { blocklyDe } from './blockly-de.ts';
import { blocklyDeMends } from './blockly-de-mends.ts';
import { de } from './de.ts';
import type { Texts } from './texts.ts';

/** Blockly's texts, completed and mended, and ours. */
export const german: Texts = { ...(blockly as unknown as Texts), ...blocklyDe, ...blocklyDeMends, ...de };

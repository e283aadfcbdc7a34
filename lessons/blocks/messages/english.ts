import * as blockly from 'blockly/msg/en';
import { en } from './en.ts';
import type { Texts } from './texts.ts';

/** Blockly's texts and ours. */
export const english: Texts = { ...(blockly as unknown as Texts), ...en };

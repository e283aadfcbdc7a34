import { de } from './de.ts';
import { en } from './en.ts';

/** The languages of the blocks. */
export type Language = 'de' | 'en';
/** A text of ours in Blockly's table of messages. */
export type MessageKey = keyof typeof de;

/** All our texts, by language. */
export const messages: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = { de, en };

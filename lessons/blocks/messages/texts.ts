/** The languages of the blocks. */
export type Language = 'de' | 'en';

/** Texts by their key in Blockly's table of messages. */
export type Texts = Readonly<Record<string, string>>;

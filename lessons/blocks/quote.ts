import type { Block } from 'blockly/core';

/** Longest block id that a trace carries. */
const blockIdLength = 64;

/**
 * A JavaScript string literal that stands for exactly this text and cannot be left by it. Blockly's own quoting
 * keeps carriage returns and loses line feeds, and its block ids are not quoted at all.
 */
export function quote(text: string): string {
  const json = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll("'", "\\'")
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
  return `'${json}'`;
}

/** The literal of a block's id. A longer id than a trace carries can only come from a foreign file; it is cut. */
export function quoteId(block: Block): string {
  return quote(block.id.slice(0, blockIdLength));
}

/** The literal of a field's value. */
export function quoteField(block: Block, field: string): string {
  return quote(String(block.getFieldValue(field) ?? ''));
}

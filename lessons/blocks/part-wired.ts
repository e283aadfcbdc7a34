import type { Block } from 'blockly/core';
import { partFieldOf } from './part-field.ts';
import { fill } from './part-label.ts';
import { wiredParts } from './workspace-wiring.ts';

/**
 * The rule "a block's part is wired".
 *
 * @returns the sentence to show on the block, or `null` when all is well or nobody has said what is wired.
 */
export function partWarning(messages: Readonly<Record<string, string>>, block: Block): string | null {
  const field = partFieldOf(block);
  const wired = field && wiredParts(block.workspace, field.part);
  if (!field || !wired) return null;
  const id = String(field.getValue() ?? '');
  if (wired.some((part) => part.id === id)) return null;
  return id === ''
    ? (messages.STECKBRETT_NO_PART_WARNING ?? '')
    : fill(messages.STECKBRETT_UNWIRED_WARNING, id);
}

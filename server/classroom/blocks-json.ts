import { ProblemError } from '../../device/contract/problem.ts';
import type { Blocks } from '../live/contract/live.ts';
import { workspaceTooDeep, workspaceTooLarge } from './problems.ts';

/** Largest saved workspace, as JSON in UTF-8, bytes. */
export const maxBlocksBytes = 512 * 1024;
/** A stack nests two levels per block, so this is a stack of over a thousand; recursive code bears it easily. */
const maxDepth = 3000;

/**
 * The JSON under which blocks are stored.
 *
 * @throws ProblemError `workspace-too-deep` or `workspace-too-large`.
 */
export function blocksToJson(blocks: Blocks): string {
  if (isDeeperThan(blocks, maxDepth)) throw new ProblemError(workspaceTooDeep());
  const json = JSON.stringify(blocks);
  const bytes = Buffer.byteLength(json, 'utf8');
  if (bytes > maxBlocksBytes) throw new ProblemError(workspaceTooLarge(bytes, maxBlocksBytes));
  return json;
}

/** Walks level by level, without recursion, because it is here to protect what recurses. */
function isDeeperThan(value: unknown, depth: number): boolean {
  let level = [value].filter(isNested);
  for (let walked = 0; level.length > 0; walked++) {
    if (walked > depth) return true;
    level = level.flatMap((one) => Object.values(one).filter(isNested));
  }
  return false;
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../device/contract/problem.ts';
import { blocksToJson, maxBlocksBytes } from '../../../server/classroom/blocks-json.ts';

function codeOf(action: () => unknown): string | undefined {
  try {
    action();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
  return undefined;
}

function stack(blocks: number): Record<string, unknown> {
  let block: Record<string, unknown> = { type: 'wait' };
  for (let index = 1; index < blocks; index++) block = { type: 'wait', next: { block } };
  return { blocks: { blocks: [block] } };
}

describe('blocks to be saved', () => {
  it('are stored as they are', () => {
    expect(JSON.parse(blocksToJson(stack(3)))).toEqual(stack(3));
  });

  it('may be a stack of a thousand', () => {
    expect(codeOf(() => blocksToJson(stack(1000)))).toBeUndefined();
  });

  it('may fill the limit in UTF-8 bytes, and not more', () => {
    const frame = JSON.stringify({ text: '' }).length;
    expect(codeOf(() => blocksToJson({ text: 'x'.repeat(maxBlocksBytes - frame) }))).toBeUndefined();
    expect(codeOf(() => blocksToJson({ text: 'ü'.repeat(maxBlocksBytes / 2) }))).toBe('workspace-too-large');
  });

  it('must not be nested so deeply that saving them would break the server', () => {
    expect(codeOf(() => blocksToJson(stack(100_000)))).toBe('workspace-too-deep');
  });
});

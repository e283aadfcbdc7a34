import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../../device/contract/problem.ts';
import { blocksToJson } from '../../../../server/classroom/blocks-json.ts';
import type { Blocks } from '../../../../server/live/contract/live.ts';
import { checkLimits } from '../../../../web/pupil/keeping/limits.ts';
import { countBlocks, type SavedBlock } from '../../../../web/pupil/keeping/saved-block.ts';
import { sameBlocks } from '../../../../web/pupil/same-blocks.ts';

/** A block as Blockly saves it, with ids of its length. */
const block = (number: number, more: object = {}): SavedBlock => ({
  type: 'steckbrett_wait',
  id: `block-number-${String(number).padStart(7, '0')}`,
  inputs: { SECONDS: { shadow: { type: 'math_number', id: `shadow-of-${number}`, fields: { NUM: 1 } } } },
  ...more,
});

const besideEachOther = (count: number): Blocks => ({
  blocks: {
    languageVersion: 0,
    blocks: Array.from({ length: count }, (_, at) => block(at, { x: at, y: 0 })),
  },
});

function belowEachOther(count: number): Blocks {
  let stack = block(0);
  for (let at = 1; at < count; at++) stack = block(at, { next: { block: stack } });
  return { blocks: { languageVersion: 0, blocks: [stack] } };
}

function refusalOf(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
    return thrown.problem.code;
  }
}

describe('large work', () => {
  it.each<[string, Blocks, string | null]>([
    ['100 blocks', belowEachOther(100), null],
    ['1,000 blocks below each other', belowEachOther(1000), null],
    ['2,000 blocks beside each other', besideEachOther(2000), null],
    ['5,000 blocks beside each other', besideEachOther(5000), 'workspace-too-large'],
    ['5,000 blocks below each other', belowEachOther(5000), 'workspace-too-deep'],
    ['50,000 blocks below each other', belowEachOther(50_000), 'workspace-too-deep'],
  ])('of %s is refused alike by the page and the server', (_, work, code) => {
    const bytes = code === 'workspace-too-deep' ? Number.POSITIVE_INFINITY : JSON.stringify(work).length;
    expect(refusalOf(() => checkLimits(work, bytes))).toBe(code);
    expect(refusalOf(() => blocksToJson(work))).toBe(code);
  });

  it('is counted, however deep it is', () => expect(countBlocks(belowEachOther(50_000))).toBe(50_000));

  it('that is too deep to be compared counts as changed', () => {
    expect(sameBlocks(belowEachOther(50_000), belowEachOther(50_000))).toBe(false);
  });
});

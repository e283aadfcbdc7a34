import { describe, expect, it } from 'vitest';
import type { GoalCheck } from '../../../lessons/goals/goal-schema.ts';
import { missingBlocks } from '../../../lessons/proof/needed-blocks.ts';

const uses = (...blocks: string[]): GoalCheck => ({ kind: 'uses', blocks });
const blinks: GoalCheck = { kind: 'pulses', part: 'red', times: 3 };

describe('missingBlocks', () => {
  it.each<[string, GoalCheck, string[][]]>([
    ['behaviour asks for no block by name', blinks, []],
    ['a block that is there', uses('a'), []],
    ['a block that is not', uses('a', 'x'), [['x']]],
    ['one of several is enough', { kind: 'uses', blocks: ['x', 'a'], any: true }, []],
    ['none of several', { kind: 'uses', blocks: ['x', 'y'], any: true }, [['x', 'y']]],
    ['within a loop that is not there', { kind: 'uses', blocks: ['a'], in: ['x', 'y'] }, [['x', 'y']]],
    ['all of it is needed', { kind: 'all', of: [uses('a'), uses('x')] }, [['x']]],
    ['another way is open', { kind: 'any', of: [uses('x'), blinks] }, []],
    ['no way is open', { kind: 'any', of: [uses('x'), uses('y')] }, [['x'], ['y']]],
    ['enough ways are open', { kind: 'threshold', count: 1, of: [uses('x'), uses('b')] }, []],
    ['too few ways are open', { kind: 'threshold', count: 2, of: [uses('x'), uses('b')] }, [['x']]],
  ])('%s', (_, check, missing) => {
    expect(missingBlocks(check, new Set(['a', 'b']))).toEqual(missing);
  });
});

import { describe, expect, it } from 'vitest';
import type { Blocks } from '../../../../server/live/contract/live.ts';
import { mergeByStacks } from '../../../../web/pupil/keeping/merge-stacks.ts';
import { type SavedBlock, stacksOf } from '../../../../web/pupil/keeping/saved-block.ts';

const a: SavedBlock = { type: 'steckbrett_start', id: 'a', x: 0, y: 0 };
const b: SavedBlock = { type: 'steckbrett_wait', id: 'b', x: 0, y: 100 };
const c: SavedBlock = { type: 'steckbrett_wait', id: 'c', x: 0, y: 200 };
const moved = (block: SavedBlock, x: number): SavedBlock => ({ ...block, x });
const work = (...blocks: SavedBlock[]): Blocks => ({ blocks: { languageVersion: 0, blocks } });

describe('joining what hands held with what came meanwhile', () => {
  it.each<[string, Blocks, Blocks, Blocks, SavedBlock[]]>([
    ['takes theirs when nothing was changed here', work(a, b), work(a, c), work(a, b), [a, c]],
    [
      'keeps a stack that was moved here',
      work(a, b),
      work(moved(a, 9), b),
      work(a, moved(b, 5)),
      [moved(a, 9), moved(b, 5)],
    ],
    ['keeps a stack that is new here', work(a), work(moved(a, 9)), work(a, b), [moved(a, 9), b]],
    [
      'keeps a stack that was changed here and taken away there',
      work(a, b),
      work(a),
      work(a, moved(b, 5)),
      [a, moved(b, 5)],
    ],
    ['takes away what was taken away here', work(a, b), work(moved(a, 9), b), work(a), [moved(a, 9)]],
    [
      'has the hands’ side of a stack that both changed',
      work(a),
      work(moved(a, 9)),
      work(moved(a, 5)),
      [moved(a, 5)],
    ],
  ])('%s', (_, before, there, here, joined) => {
    expect(stacksOf(mergeByStacks(before, there, here))).toEqual(joined);
  });

  it('loses no block that was hung elsewhere on both sides, and gives no two one id', () => {
    const there = work(a, { ...c, next: { block: b } });
    const here = work({ ...a, next: { block: b } }, c);
    const stacks = stacksOf(mergeByStacks(work(a, b, c), there, here));
    expect(stacks).toEqual([
      { ...a, next: { block: b } },
      { ...c, next: { block: { ...b, id: undefined } } },
    ]);
  });

  it('has the variables of both', () => {
    const variables = (...ids: string[]) => ({ variables: ids.map((id) => ({ id, name: id })) });
    const joined = mergeByStacks(
      work(a),
      { ...work(a), ...variables('x') },
      { ...work(moved(a, 5)), ...variables('y') },
    );
    expect(joined.variables).toEqual([
      { id: 'x', name: 'x' },
      { id: 'y', name: 'y' },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { packCards } from '../../../web/print/pack-cards.ts';
import { stacksOf } from '../../../web/print/stacks.ts';

describe('cards on pages', () => {
  it('lie eight on a page, down the columns', () => {
    expect(packCards(Array.from({ length: 9 }, () => 1))).toEqual([
      [
        [0, 1, 2, 3],
        [4, 5, 6, 7],
      ],
      [[8]],
    ]);
  });

  it('fill what a high card leaves free', () => {
    expect(packCards([3, 2, 1, 2])).toEqual([
      [
        [0, 2],
        [1, 3],
      ],
    ]);
  });

  it('never take more than a column', () => {
    expect(packCards([9])).toEqual([[[0]]]);
  });
});

describe('the stacks of a workspace', () => {
  it('are workspaces of their own, with the variables of all', () => {
    const variables = [{ id: 'v', name: 'Punkte' }];
    const saved = { blocks: { languageVersion: 0, blocks: [{ type: 'one' }, { type: 'two' }] }, variables };
    expect(stacksOf(saved)).toEqual([
      { blocks: { languageVersion: 0, blocks: [{ type: 'one' }] }, variables },
      { blocks: { languageVersion: 0, blocks: [{ type: 'two' }] }, variables },
    ]);
  });

  it('are as they are without blocks', () => {
    expect(stacksOf({})).toEqual([{}]);
  });
});

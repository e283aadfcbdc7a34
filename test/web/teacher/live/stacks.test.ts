import { describe, expect, it } from 'vitest';
import { mostBlocks, stacksOf } from '../../../../web/teacher/live/stacks.ts';

const saved = (...blocks: object[]) => ({ blocks: { languageVersion: 0, blocks } });

/** A chain of so many blocks. */
function chain(length: number): object {
  let block: object = { type: 'last', id: `id ${length}` };
  for (let at = length - 1; at >= 1; at -= 1) block = { type: 'wait', id: `id ${at}`, next: { block } };
  return block;
}

describe('the stacks of saved work', () => {
  it('are alike wherever they stand and whatever their ids are', () => {
    const [a, b] = stacksOf(
      saved(
        { type: 'start', id: 'a', x: 10, y: 20, next: { block: { type: 'wait', id: 'b' } } },
        { type: 'start', id: 'c', x: 300, y: 5, next: { block: { type: 'wait', id: 'd' } } },
      ),
    );
    expect(a).toMatchObject({ x: 10, y: 20 });
    expect(b).toMatchObject({ x: 300, y: 5 });
    expect(a?.json).toBe(b?.json);
  });

  it('differ by their fields and by the names of the variables that they use', () => {
    const named = (name: string) => ({
      ...saved({ type: 'get', fields: { VAR: { id: 'v' } } }),
      variables: [
        { id: 'v', name },
        { id: 'other', name: 'unused' },
      ],
    });
    expect(stacksOf(named('count'))[0]?.json).not.toBe(stacksOf(named('sum'))[0]?.json);
    expect(stacksOf(named('count'))[0]?.json).not.toContain('unused');
  });

  it('are cut where they get too long, unless they are wanted whole', () => {
    const count = (json = '') => json.split('"type"').length - 1;
    const long = saved(chain(mostBlocks + 20));
    expect(count(stacksOf(long)[0]?.json)).toBe(mostBlocks);
    expect(count(stacksOf(long, { whole: true })[0]?.json)).toBe(mostBlocks + 20);
    expect(stacksOf(long, { whole: true })[0]?.json).toContain('"id 1"');
  });

  it('leave out what can’t be read', () => {
    expect(stacksOf({})).toEqual([]);
    expect(stacksOf({ blocks: 'none' })).toEqual([]);
    expect(stacksOf(saved({ id: 'no type' }, { type: 'start' }))).toHaveLength(1);
  });
});

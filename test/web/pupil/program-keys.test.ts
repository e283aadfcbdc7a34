import { describe, expect, it } from 'vitest';
import { keysOfWork, programKey } from '../../../web/pupil/program-keys.ts';

describe('a key of the keyboard', () => {
  it.each([
    [' ', 'space'],
    ['ArrowUp', 'up'],
    ['a', 'a'],
    ['A', 'a'],
    ['7', '7'],
    ['ä', undefined],
    ['Enter', undefined],
    ['Escape', undefined],
    ['F1', undefined],
  ])('%j is %j to a program', (pressed, key) => {
    expect(programKey(pressed)).toBe(key);
  });
});

describe('the keys that work listens to', () => {
  const hat = (KEY: unknown) => ({ type: 'steckbrett_when_key', fields: { KEY } });
  const work = (...blocks: unknown[]) => ({ blocks: { languageVersion: 0, blocks } });

  it.each<[string, Record<string, unknown> | null, string[]]>([
    ['no work', null, []],
    ['an empty workspace', {}, []],
    ['work without such hats', work({ type: 'steckbrett_start' }), []],
    [
      'each key once, in the keyboard’s order',
      work(hat('b'), hat('space'), hat('b'), hat('a')),
      ['space', 'a', 'b'],
    ],
    ['what no keyboard has', work(hat('ü'), hat(7), null, 'x'), []],
  ])('%s', (_name, blocks, keys) => {
    expect(keysOfWork(blocks)).toEqual(keys);
  });
});

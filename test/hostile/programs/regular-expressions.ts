import { type HostileFamily, stack } from '../hostile-program.ts';

/** Patterns that take for ever, or all the memory. */
export const regularExpressions: HostileFamily = {
  name: 'regular expressions',
  programs: [
    {
      name: 'nested plus',
      source: stack("/^(a+)+$/.test('a'.repeat(40) + 'b');"),
      ends: 'no-pause',
      onAgent: true,
    },
    {
      name: 'two ways for each letter',
      source: stack("/^(a|a)*$/.test('a'.repeat(40) + 'b');"),
      ends: 'no-pause',
    },
    { name: 'stars in stars', source: stack("/^(.*)*(.*)*x/.test('a'.repeat(100));"), ends: 'no-pause' },
    {
      name: 'back references',
      source: stack("/^(a*)*\\1(a*)*\\2b/.test('a'.repeat(60));"),
      ends: 'no-pause',
    },
    {
      name: 'looking ahead in a star',
      source: stack("/^(?:(?=(a+))a)*$(?:(?=a*)a*)*b/.test('a'.repeat(60));"),
      ends: 'finished',
    },
    { name: 'lazy counting', source: stack("/^(?:a??){40}a{40}$/.test('a'.repeat(39));"), ends: 'no-pause' },
    {
      name: 'polynomial on a long text',
      source: stack("/a*a*a*a*a*b/.test('a'.repeat(5000));"),
      ends: 'no-pause',
    },
    {
      name: 'counts of counts of counts',
      source: stack("new RegExp('(((a{1000}){1000}){1000})').test('a');"),
      ends: 'finished',
    },
    {
      name: 'groups nested 100,000 deep',
      source: stack("new RegExp('(?:'.repeat(1e5) + ')'.repeat(1e5));"),
      ends: 'recursion-too-deep',
      onAgent: true,
    },
    {
      name: 'alternatives without number',
      source: stack("new RegExp(Array.from({ length: 2e4 }, (_, i) => 'x' + i).join('|')).test('y');"),
      ends: 'finished',
    },
    {
      name: 'pattern that is none',
      source: stack("new RegExp('(?<a');"),
      ends: 'program-failed',
      onAgent: true,
    },
    {
      name: 'pattern in the source that is none',
      source: stack('/(/;'),
      ends: 'program-syntax',
    },
    {
      name: 'match that starts again and again',
      source: stack("while (/a/.exec('a'));"),
      ends: 'no-pause',
    },
    {
      name: 'replacement of everything by everything',
      source: stack("'a'.repeat(1e5).replace(/a/g, '$`');"),
      ends: 'memory-full',
    },
    {
      name: 'pattern whose exec never fails',
      source: stack(
        "const pattern = /a/g; pattern.exec = () => ({ index: 0, length: 1, 0: '' }); 'a'.replace(pattern, 'b');",
      ),
      ends: 'memory-full',
    },
    {
      name: 'split by a pattern of its own',
      source: stack("'a'.split({ [Symbol.split]() { for (;;); } });"),
      ends: 'no-pause',
    },
  ],
};

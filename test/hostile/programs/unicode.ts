import { type HostileFamily, stack } from '../hostile-program.ts';

/** Letters that few have seen. */
export const unicode: HostileFamily = {
  name: 'exotic Unicode',
  programs: [
    { name: 'half a letter, printed', source: stack("$print('\\ud83d');"), ends: 'finished', onAgent: true },
    { name: 'half a letter in the source', source: stack("$print('\ud83d'.length);"), ends: 'finished' },
    {
      name: 'a letter cut in half at the end of a line',
      source: stack("$print('x'.repeat(999) + '😀');"),
      ends: 'finished',
    },
    {
      name: 'a block named by half letters',
      source: stack("$b = '😀'.repeat(40).slice(1); $print('here'); yield* $wait(0.01);"),
      ends: 'finished',
    },
    {
      name: 'a thousand marks on one letter',
      source: stack("$print('a' + '\\u0301'.repeat(999));"),
      ends: 'finished',
      prints: [`a${'\u0301'.repeat(999)}`],
    },
    {
      name: 'text that runs backwards',
      source: stack("$print('\\u202eabc\\u202c');"),
      ends: 'finished',
      prints: ['\u202eabc\u202c'],
    },
    {
      name: 'text that nobody sees',
      source: stack("$print('\\u200b\\u2060\\ufeff\\u{e0041}');"),
      ends: 'finished',
      prints: ['\u200b\u2060\ufeff\u{e0041}'],
    },
    {
      name: 'letters that are none',
      source: stack("$print('\\uffff\\ufdd0\\u{10ffff}');"),
      ends: 'finished',
      prints: ['\uffff\ufdd0\u{10ffff}'],
    },
    { name: 'a family of many faces', source: stack("$print('👩‍👩‍👧‍👦'.repeat(500));"), ends: 'finished' },
    {
      name: 'a zero in a line, which ends it',
      source: stack("$print('a\\0b');"),
      ends: 'finished',
      prints: ['a'],
      onAgent: true,
    },
    {
      name: 'a zero in the source',
      source: `$print('a\0b'); ${stack("$print('later');")}`,
      ends: 'finished',
    },
    {
      name: 'a mark at the beginning of the source',
      source: `\ufeff${stack("$print('marked');")}`,
      ends: 'finished',
      prints: ['marked'],
    },
    {
      name: 'a comment that a separator ends',
      source: stack('// harmless \u2028 for (;;);'),
      ends: 'no-pause',
      onAgent: true,
    },
    { name: 'a letter beyond the last', source: stack("'\\u{110000}';"), ends: 'program-syntax' },
    {
      name: 'names of all the world',
      source: stack(
        'const größe = 1, число = 2, 数 = 3, عدد = 4, 𝒙 = 5; $print(größe + число + 数 + عدد + 𝒙);',
      ),
      ends: 'finished',
      prints: ['15'],
    },
    { name: 'names that only look alike', source: stack("$dо('red', 'on');"), ends: 'name-unknown' },
    {
      name: 'names in escapes',
      source: stack("\\u0024do('red', 'on'); $print('\\u{24}do');"),
      ends: 'finished',
      prints: ['$do'],
    },
    { name: 'a part of another script', source: stack("$do('крaсный', 'on');"), ends: 'part-not-wired' },
    {
      name: 'letters that become more when they are shouted',
      source: stack("let text = 'ΐ'.repeat(1e5); for (;;) text = text.toUpperCase() + text.toUpperCase();"),
      ends: 'memory-full',
    },
    {
      name: 'a long pile of marks, put in order',
      source: stack("('a' + '\\u0315\\u0300'.repeat(2e5)).normalize('NFC');"),
      ends: 'hangs',
    },
    {
      name: 'an error in a tongue of its own',
      source: stack("throw new Error('💥\\ud83d\\u202e\\0');"),
      ends: 'program-failed',
    },
  ],
};

import { type HostileFamily, pressed, stack } from '../hostile-program.ts';

/** More lines, blocks and presses than anybody can take. */
export const printAndEventFloods: HostileFamily = {
  name: 'print and event floods',
  programs: [
    {
      name: 'lines without end',
      source: stack("for (;;) { if ($due()) yield; $print('flood'); }"),
      ends: 'runs',
      onAgent: true,
    },
    {
      name: 'lines without a trap',
      source: stack("for (;;) $print('flood');"),
      ends: 'no-pause',
      onAgent: true,
    },
    { name: 'lines before any stack', source: "for (;;) $print('flood');", ends: 'no-pause' },
    {
      name: 'long lines without end',
      source: stack("const line = 'x'.repeat(1e6); for (;;) { if ($due()) yield; $print(line); }"),
      ends: 'runs',
    },
    {
      name: 'lines from 20 stacks',
      source: stack("for (;;) { if ($due()) yield; $print('flood'); }").repeat(20),
      ends: 'runs',
    },
    {
      name: 'lines that are no text',
      source: stack("$print(Symbol('line'));"),
      ends: 'finished',
      prints: ['Symbol(line)'],
    },
    {
      name: 'a line that cannot be text',
      source: stack('$print(Object.create(null));'),
      ends: 'value-unsuited',
    },
    { name: 'a line that bites', source: stack('$print({ toString() { for (;;); } });'), ends: 'no-pause' },
    {
      name: 'a line that prints lines',
      source: stack('const line = { toString: () => { $print(line); return 1; } }; $print(line);'),
      ends: 'recursion-too-deep',
    },
    {
      name: 'a line that ends the line',
      source: stack("$print('a\\nb\\r\\nc\\u2028d');"),
      ends: 'finished',
      prints: ['a\nb\r\nc\u2028d'],
    },
    {
      name: 'a new block each time',
      source: stack(
        "for (let i = 0; ; i += 1) { if ($due()) yield; $b = 'block' + i; $read('button', 'pressed'); $print(i); }",
      ),
      ends: 'runs',
    },
    {
      name: 'block of ten million letters',
      source: stack(
        "$b = 'x'.repeat(1e7); yield* $wait(0); $b = { toString() { for (;;); } }; yield* $wait(0);",
      ),
      ends: 'finished',
    },
    {
      name: 'block that is anything',
      source: stack(
        "for (const one of [1, null, undefined, Symbol(), {}, [], () => {}, 1n]) { $b = one; $print('x'); yield* $wait(0); }",
      ),
      ends: 'finished',
    },
    {
      name: '500 presses for a stack that waits',
      source: pressed('yield* $wait(0.1);'),
      presses: 500,
      ends: 'runs',
      onAgent: true,
    },
    {
      name: '500 presses for a stack that prints',
      source: pressed('for (let i = 0; i < 100; i += 1) $print(i);'),
      presses: 500,
      ends: 'runs',
    },
    {
      name: '200 presses for 200 stacks',
      source: pressed("$do('amber', 'toggle');").repeat(200),
      presses: 200,
      ends: 'runs',
    },
    {
      name: 'presses for a stack that throws',
      source: pressed('throw new Error("pressed");'),
      presses: 20,
      ends: 'program-failed',
    },
    {
      name: 'presses while another stack takes all it can',
      source: pressed("$print('pressed');") + stack('for (;;) { if ($due()) yield; }'),
      presses: 100,
      ends: 'runs',
    },
  ],
};

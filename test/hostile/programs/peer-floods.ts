import { type HostileFamily, stack } from '../hostile-program.ts';

/** More messages to other Pis than anybody can take, and messages that are none. */
export const peerFloods: HostileFamily = {
  name: 'floods of messages to other Pis',
  programs: [
    {
      name: 'messages without end',
      source: stack("for (;;) { if ($due()) yield; $tell('all', 'flood', 1); }"),
      ends: 'runs',
      onAgent: true,
    },
    {
      name: 'messages without a trap',
      source: stack("for (;;) $tell('all', 'flood');"),
      ends: 'no-pause',
      onAgent: true,
    },
    { name: 'messages before any stack', source: "for (;;) $tell('all', 'flood');", ends: 'no-pause' },
    {
      name: 'messages to oneself that are answered',
      source:
        "$on('peer', { name: 'echo' }, 'hat', function* () { for (let i = 0; i < 10; i += 1) $tell('all', 'echo', $heard('value')); });" +
        stack("$tell('all', 'echo', 1);"),
      ends: 'runs',
      onAgent: true,
    },
    {
      name: 'messages from 20 stacks',
      source: stack("for (;;) { if ($due()) yield; $tell('next', 'flood', Math.random()); }").repeat(20),
      ends: 'runs',
    },
    {
      name: 'names and values of ten million letters',
      source: stack(
        "const text = 'x'.repeat(1e7); for (let i = 0; i < 30; i += 1) { $tell('all', text, text); yield* $wait(0.01); }",
      ),
      ends: 'finished',
    },
    {
      name: 'messages that are anything',
      source: stack(
        'for (const one of [1, null, undefined, Symbol(), {}, [], () => {}, 1n, NaN, -0]) { $tell(one, one, one); $tell(); yield* $wait(0); }',
      ),
      ends: 'finished',
    },
    {
      name: 'a value that cannot be text',
      source: stack("$tell('all', 'x', Object.create(null));"),
      ends: 'value-unsuited',
    },
    {
      name: 'a value that bites',
      source: stack("$tell('all', 'x', { toString() { for (;;); } });"),
      ends: 'no-pause',
    },
    {
      name: 'a name that sends names',
      source: stack(
        "const name = { toString: () => { $tell('all', name); return 'x'; } }; $tell('all', name);",
      ),
      ends: 'recursion-too-deep',
    },
    {
      name: 'a value that answers otherwise the second time',
      source: stack(
        "let asked = 0; $tell('all', 'x', { valueOf() { return 1; }, toString() { return ++asked > 1 ? {} : 'once'; } }); $print(asked);",
      ),
      ends: 'finished',
      prints: ['1'],
    },
    {
      name: 'half a letter at the cut',
      source: stack("$tell('all', 'x'.repeat(63) + '😀', '\\ud800'.repeat(64));"),
      ends: 'finished',
    },
    {
      name: 'hats with names that bite',
      source: "$on('peer', { get name() { for (;;); } }, 'hat', function* () {});",
      ends: 'no-pause',
    },
    {
      name: 'to hear what is not there',
      source: stack(
        "$print([$heard('value'), $heard('from'), $heard('__proto__'), $heard(null), $heard()].join(' '));",
      ),
      ends: 'finished',
      prints: ['0  0 0 0'],
    },
    {
      name: 'to change what was heard',
      source: stack(
        "Array.prototype.shift = () => ({ from: {}, value: {} }); Object.prototype.heard = 1; $tell('all', $heard('from'), $heard('value')); $print('here');",
      ),
      ends: 'finished',
      prints: ['here'],
    },
  ],
};

import { type HostileFamily, pressed, stack } from '../hostile-program.ts';

/** More commands than pins can follow, and commands that are none. */
export const pinFloods: HostileFamily = {
  name: 'pin floods',
  programs: [
    {
      name: 'toggling without end',
      source: stack("for (;;) { if ($due()) yield; $do('red', 'toggle'); }"),
      ends: 'runs',
      onAgent: true,
    },
    {
      name: 'toggling without a trap',
      source: stack("for (;;) $do('red', 'toggle');"),
      ends: 'commands-too-many',
      onAgent: true,
    },
    {
      name: 'toggling before any stack',
      source: "for (;;) $do('red', 'toggle');",
      ends: 'commands-too-many',
    },
    {
      name: 'every part from 20 stacks',
      source: Array.from({ length: 20 }, (_, index) =>
        stack(`for (;;) { if ($due()) yield; $do('${['red', 'amber', 'buzzer'][index % 3]}', 'on'); }`),
      ).join('\n'),
      ends: 'runs',
      onAgent: true,
    },
    {
      name: 'toggling with the least of waits',
      source: stack(
        "for (;;) { $do('buzzer', 'on'); yield* $wait(1e-9); $do('buzzer', 'off'); yield* $wait(1e-9); }",
      ),
      ends: 'runs',
    },
    {
      name: 'commands, values and lines in turn',
      source: stack(
        "for (;;) { if ($due()) yield; $do('red', 'toggle'); $print($read('red', 'on')); $read('button', 'pressed'); }",
      ),
      ends: 'runs',
    },
    { name: 'values asked without a trap', source: stack("for (;;) $read('red', 'on');"), ends: 'no-pause' },
    {
      name: 'commands that follow each press',
      source: pressed("for (let i = 0; i < 50; i += 1) { if ($due()) yield; $do('amber', 'toggle'); }"),
      presses: 100,
      ends: 'runs',
    },
    {
      name: 'commands with arguments without a trap',
      source: stack("for (;;) $do('red', 'on', undefined, 1);"),
      ends: 'commands-too-many',
    },
    {
      name: 'a burst that ends at once',
      source: stack("for (let i = 0; i < 4000; i += 1) $do('red', 'toggle');"),
      ends: 'finished',
    },
    {
      name: 'a part that is not there',
      source: stack("$do('laser', 'fire');"),
      ends: 'part-not-wired',
      onAgent: true,
    },
    { name: 'a command that is not there', source: stack("$do('red', 'explode');"), ends: 'command-unknown' },
    { name: 'a command without a name', source: stack('$do();'), ends: 'part-not-wired' },
    {
      name: 'an argument that is too much',
      source: stack("$do('red', 'on', 'x');"),
      ends: 'argument-invalid',
    },
    {
      name: 'an argument of ten million letters',
      source: stack("$do('red', 'on', 'x'.repeat(1e7));"),
      ends: 'argument-invalid',
    },
    {
      name: 'an argument that holds itself',
      source: stack("const circle = []; circle.push(circle); $do('red', 'on', circle);"),
      ends: 'recursion-too-deep',
    },
    {
      name: 'an argument that bites',
      source: stack("$do('red', 'on', { toString() { for (;;); } });"),
      ends: 'no-pause',
    },
    {
      name: 'an argument that gives commands',
      source: stack("const again = { toString() { $do('red', 'on', again); } }; $do('red', 'on', again);"),
      ends: 'recursion-too-deep',
    },
    { name: 'a name that bites', source: stack('$do({ toString() { for (;;); } }, 1);'), ends: 'no-pause' },
    { name: 'a name that is a symbol', source: stack("$do(Symbol('red'), 'on');"), ends: 'part-not-wired' },
    {
      name: 'a name of ten million letters',
      source: stack("$do('x'.repeat(1e7), 'on');"),
      ends: 'part-not-wired',
    },
  ],
};

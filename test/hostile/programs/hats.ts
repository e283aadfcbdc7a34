import { type HostileFamily, stack } from '../hostile-program.ts';

/** Stacks that are none, hats in the wrong place, turns taken by force. */
export const hats: HostileFamily = {
  name: 'hats and stacks',
  programs: [
    {
      name: 'stacks without end',
      source: "for (;;) $on('start', {}, 'hat', function* () {});",
      ends: 'stacks-too-many',
      onAgent: true,
    },
    {
      name: 'a hat in a running stack',
      source: stack("$on('start', {}, 'hat', function* () {});"),
      ends: 'hat-misplaced',
      onAgent: true,
    },
    { name: 'a hat on nothing', source: "$on('start', {}, 'hat');", ends: 'value-unsuited', onAgent: true },
    { name: 'a hat on a class', source: "$on('start', {}, 'hat', class {});", ends: 'value-unsuited' },
    {
      name: 'a hat on a function that gives a number',
      source: "$on('start', {}, 'hat', () => 5);",
      ends: 'value-unsuited',
    },
    {
      name: 'a hat on an iterator whose next gives nothing',
      source: "$on('start', {}, 'hat', () => ({ next() {} }));",
      ends: 'value-unsuited',
    },
    {
      name: 'an event hat without options',
      source: "$on('event', null, 'hat', function* () {});",
      ends: 'value-unsuited',
    },
    {
      name: 'an event hat whose options bite',
      source: "$on('event', { get part() { for (;;); } }, 'hat', function* () {});",
      ends: 'no-pause',
    },
    {
      name: 'an event hat that waits for what never comes',
      source: "$on('event', { part: '__proto__', event: 'constructor' }, 'hat', function* () {});",
      ends: 'runs',
    },
    {
      name: 'two hats on one generator',
      source:
        "const one = (function* () { for (let i = 0; i < 10; i += 1) yield; })(); $on('start', {}, 'a', () => one); $on('start', {}, 'b', () => one);",
      ends: 'finished',
    },
    {
      name: 'a stack that runs itself',
      source: "let me; $on('start', {}, 'hat', () => (me = (function* () { me.next(); yield; })()));",
      ends: 'value-unsuited',
    },
    {
      name: 'a stack that runs another to its end',
      source:
        "const other = (function* () { for (;;) { if ($due()) yield; } })(); $on('start', {}, 'hat', function* () { for (;;) other.next(); });",
      ends: 'no-pause',
    },
    {
      name: 'a stack that refuses to end',
      source: stack('try { return; } finally { for (;;) { if ($due()) yield; } }'),
      ends: 'runs',
    },
    {
      name: 'stacks that hand a ball around',
      source: `let ball = 0; ${Array.from({ length: 100 }, (_, i) => stack(`for (;;) { while (ball % 100 !== ${i}) yield; ball += 1; }`)).join('')}`,
      ends: 'runs',
    },
  ],
};

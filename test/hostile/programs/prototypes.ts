import { type HostileFamily, stack } from '../hostile-program.ts';

const goOn = "for (;;) { $print('x'); yield* $wait(0.005); }";

/** What everybody builds on, changed below everybody's feet. Programs may break themselves, never more. */
export const prototypes: HostileFamily = {
  name: 'prototype tricks',
  programs: [
    {
      name: 'lists that can neither push nor shift',
      source: stack(`Array.prototype.push = Array.prototype.shift = null; ${goOn}`),
      ends: 'value-unsuited',
      onAgent: true,
    },
    {
      name: 'push that hangs',
      source: stack(`Array.prototype.push = () => { for (;;); }; ${goOn}`),
      ends: 'no-pause',
    },
    {
      name: 'push that throws',
      source: stack(`Array.prototype.push = () => { throw null; }; ${goOn}`),
      ends: 'program-failed',
    },
    {
      name: 'shift that gives what was never there',
      source: stack('Array.prototype.shift = () => ({ make: 1 }); yield;'),
      ends: 'value-unsuited',
    },
    {
      name: 'everything is done',
      source: stack(`Object.prototype.done = true; ${goOn}`),
      ends: 'runs',
    },
    {
      name: 'every list has a first element that bites',
      source: stack(
        `Object.defineProperty(Object.prototype, '0', { set() { throw 1; }, get() { throw 2; } }); ${goOn}`,
      ),
      ends: 'program-failed',
    },
    {
      name: 'texts that are cut into longer ones',
      source: stack(`String.prototype.slice = () => 'x'.repeat(1e6); ${goOn}`),
      ends: 'runs',
    },
    {
      name: 'calls that hang',
      source: stack(
        `Function.prototype.call = Function.prototype.bind = Function.prototype.apply = () => { for (;;); }; ${goOn}`,
      ),
      ends: 'runs',
    },
    {
      name: 'generators that never come back',
      source: stack(`Object.getPrototypeOf(function* () {}).prototype.next = () => { for (;;); }; ${goOn}`),
      ends: 'no-pause',
    },
    {
      name: 'generators without next',
      source: stack('delete Object.getPrototypeOf(function* () {}).prototype.next; yield;'),
      ends: 'value-unsuited',
    },
    {
      name: 'JSON, String and Number replaced',
      source: stack(`JSON.stringify = String = Number = () => { throw 1; }; $do('red', 'on'); ${goOn}`),
      ends: 'runs',
    },
    {
      name: 'errors whose name hangs',
      source: stack("Object.defineProperty(TypeError.prototype, 'name', { get() { for (;;); } }); null.x;"),
      ends: 'no-pause',
    },
    {
      name: 'errors whose message is everybody’s',
      source: stack(
        "Object.defineProperty(Object.prototype, 'message', { get() { throw this; } }); throw {};",
      ),
      ends: 'program-failed',
    },
    {
      name: 'stack traces without end',
      source: stack(
        "Error.stackTraceLimit = Infinity; Error.prepareStackTrace = () => { for (;;); }; throw new Error('deep');",
      ),
      ends: 'program-failed',
    },
    {
      name: 'the scheduler’s own list, emptied',
      source: stack(
        'let list; const push = Array.prototype.push; Array.prototype.push = function (one) { list = this; return push.call(this, one); }; yield; list.length = 0; list[5] = null; yield;',
      ),
      ends: 'finished',
    },
    {
      name: 'a stack that gives itself another number',
      source: stack(
        "let me; const push = Array.prototype.push; Array.prototype.push = function (one) { me = one; return push.call(this, one); }; yield; me.id = -7; $do('red', 'on'); $b = 'moved'; $print('here'); yield* $wait(0.01);",
      ),
      ends: 'program-crashed',
      onAgent: true,
    },
    {
      name: 'a frozen world',
      source: stack(
        `for (const name of Object.getOwnPropertyNames(globalThis)) { const one = globalThis[name]; if (one) { Object.freeze(one); if (one.prototype) Object.freeze(one.prototype); } } ${goOn}`,
      ),
      ends: 'runs',
    },
    {
      name: 'a world without anything',
      source: stack(
        `const world = globalThis; for (const name of Object.getOwnPropertyNames(world)) try { delete world[name]; } catch {} ${goOn}`,
      ),
      ends: 'runs',
    },
    {
      name: 'a prototype that is its own',
      source: stack('Object.setPrototypeOf(Object.prototype, {});'),
      ends: 'value-unsuited',
    },
    {
      name: 'a prototype that is a proxy',
      source: stack('const low = Object.setPrototypeOf({}, new Proxy({}, { get() { for (;;); } })); low.x;'),
      ends: 'no-pause',
    },
    {
      name: 'a part named like a prototype',
      source: stack("$do('__proto__', 'constructor');"),
      ends: 'part-not-wired',
      onAgent: true,
    },
    {
      name: 'a command named like a prototype',
      source: stack("$do('red', '__proto__');"),
      ends: 'command-unknown',
    },
    {
      name: 'a value named like a prototype',
      source: stack("$read('button', 'toString');"),
      ends: 'value-unknown',
    },
  ],
};

import { type HostileFamily, pressed, stack } from '../hostile-program.ts';

/** Every way of never coming to an end. */
export const endlessLoops: HostileFamily = {
  name: 'endless loops',
  programs: [
    {
      name: 'loop with a trap',
      source: stack('for (;;) { if ($due()) yield; }'),
      ends: 'runs',
      onAgent: true,
    },
    { name: 'loop without a trap', source: stack('for (;;);'), ends: 'no-pause', onAgent: true },
    { name: 'loop before any stack', source: 'for (;;);', ends: 'no-pause', onAgent: true },
    { name: 'loop that tests at its end', source: stack('do {} while (true);'), ends: 'no-pause' },
    {
      name: 'loops that continue each other by a label',
      source: stack('outer: while (true) { for (const one of [1, 2]) { if (one) continue outer; } }'),
      ends: 'no-pause',
    },
    {
      name: 'loop that catches everything',
      source: stack('for (;;) try { for (;;); } catch { continue; } finally { continue; }'),
      ends: 'no-pause',
      onAgent: true,
    },
    {
      name: 'loop whose finally swallows the return',
      source: stack('(() => { for (;;) try { return; } finally { continue; } })();'),
      ends: 'no-pause',
    },
    {
      name: 'loop over a generator without an end',
      source: stack('function* more() { for (;;) yield 1; } for (const one of more());'),
      ends: 'no-pause',
    },
    {
      name: 'loop over a map that puts back what it takes',
      source: stack(
        'const map = new Map([[1, 1]]); for (const [key] of map) { map.delete(key); map.set(key, 1); }',
      ),
      ends: 'no-pause',
    },
    {
      name: 'trampoline of two functions',
      source: stack('const ping = () => pong, pong = () => ping; let next = ping; for (;;) next = next();'),
      ends: 'no-pause',
    },
    {
      name: 'loop in a getter',
      source: stack('const trap = { get value() { for (;;); } }; trap.value;'),
      ends: 'no-pause',
    },
    {
      name: 'loop while a class is made',
      source: stack('class Trap { static { for (;;); } }'),
      ends: 'no-pause',
    },
    {
      name: 'loop in the default of a parameter',
      source: stack('((value = (() => { for (;;); })()) => value)();'),
      ends: 'no-pause',
    },
    {
      name: 'loop where a value becomes a number',
      source: stack('1 + { [Symbol.toPrimitive]() { for (;;); } };'),
      ends: 'no-pause',
    },
    {
      name: 'sort that never agrees',
      source: stack(
        'Array.from({ length: 1e5 }, (_, i) => i).sort(() => { for (let i = 0; i < 1e3; i += 1); return 1; });',
      ),
      ends: 'no-pause',
    },
    {
      name: 'callback for each of 2^53 absent elements',
      source: stack(
        'Array.prototype.every.call(new Proxy({ length: 2 ** 53 - 1 }, { has: () => true }), () => true);',
      ),
      ends: 'no-pause',
    },
    {
      name: 'search in 2^53 absent elements, inside the engine',
      source: stack('Array.prototype.includes.call({ length: 2 ** 53 - 1 }, 1);'),
      ends: 'hangs',
      onAgent: true,
    },
    {
      name: 'counting with whole numbers of any length',
      source: stack('for (let count = 0n; ; count += 1n);'),
      ends: 'no-pause',
    },
    {
      name: 'iterator in place of a stack that is never done',
      source: "$on('start', {}, 'hat', () => ({ next: () => ({ done: false }) }));",
      ends: 'runs',
    },
    {
      name: 'iterator in place of a stack that never answers',
      source: "$on('start', {}, 'hat', () => ({ next() { for (;;); } }));",
      ends: 'no-pause',
    },
    {
      name: 'iterator in place of a stack whose answer hangs',
      source: "$on('start', {}, 'hat', () => ({ next: () => ({ get done() { for (;;); } }) }));",
      ends: 'no-pause',
    },
    {
      name: 'loop that does nothing but yield things',
      source: stack('for (;;) { yield 42; yield { then() {} }; yield $b; }'),
      ends: 'runs',
    },
    { name: 'a hundred hung stacks', source: stack('for (;;);').repeat(100), ends: 'no-pause' },
    { name: 'loop that a press begins', source: pressed('for (;;);'), presses: 3, ends: 'no-pause' },
  ],
};

import { type HostileFamily, stack } from '../hostile-program.ts';

/** Every way of going deeper and deeper. */
export const recursion: HostileFamily = {
  name: 'recursion',
  programs: [
    {
      name: 'function that calls itself',
      source: stack('(function dive() { dive(); })();'),
      ends: 'recursion-too-deep',
      onAgent: true,
    },
    {
      name: 'function that calls itself before any stack',
      source: '(function dive() { dive(); })();',
      ends: 'recursion-too-deep',
    },
    {
      name: 'call in tail position',
      source: stack('const dive = (n) => dive(n + 1); dive(0);'),
      ends: 'recursion-too-deep',
    },
    {
      name: 'three functions that call each other',
      source: stack('const a = () => b(), b = () => c(), c = () => a(); a();'),
      ends: 'recursion-too-deep',
    },
    {
      name: 'recursion through the engine',
      source: stack('(function dive() { [1].map(dive); })();'),
      ends: 'recursion-too-deep',
      onAgent: true,
    },
    {
      name: 'recursion that catches and goes on',
      source: stack('for (;;) try { (function dive() { dive(); })(); } catch {}'),
      ends: 'no-pause',
      onAgent: true,
    },
    {
      name: 'recursion that dives again from each catch',
      source: stack('(function dive() { try { dive(); } catch { dive(); } })();'),
      ends: 'hangs',
    },
    {
      name: 'generator that delegates to itself',
      source: stack('function* dive() { yield* dive(); } yield* dive();'),
      ends: 'recursion-too-deep',
    },
    {
      name: 'constructor that constructs',
      source: stack('class Dive { constructor() { this.inner = new Dive(); } } new Dive();'),
      ends: 'recursion-too-deep',
    },
    {
      name: 'getter that gets itself',
      source: stack('const dive = { get value() { return this.value; } }; dive.value;'),
      ends: 'recursion-too-deep',
    },
    {
      name: 'text of itself',
      source: stack("const dive = { toString: () => '' + dive }; $print(dive);"),
      ends: 'recursion-too-deep',
    },
    {
      name: 'proxy that asks itself',
      source: stack('const dive = new Proxy({}, { get: (_, key, self) => self[key] }); dive.value;'),
      ends: 'recursion-too-deep',
    },
    {
      name: 'proxies all the way down',
      source: stack(
        'let inner = {}; for (let i = 0; i < 1e5; i += 1) inner = new Proxy(inner, {}); inner.x;',
      ),
      ends: 'recursion-too-deep',
    },
    {
      name: 'instanceof that asks itself',
      source: stack(
        'class Dive { static [Symbol.hasInstance](one) { return one instanceof Dive; } } 1 instanceof Dive;',
      ),
      ends: 'recursion-too-deep',
    },
    {
      name: 'comparison that sorts',
      source: stack('const dive = () => { [2, 1].sort(dive); return 0; }; dive();'),
      ends: 'recursion-too-deep',
    },
    {
      name: 'replacement that replaces',
      source: stack("const dive = (text) => text.replace(/./, dive); dive('x');"),
      ends: 'recursion-too-deep',
    },
    {
      name: 'code that makes the code that it runs',
      source: stack("const dive = 'eval(dive)'; globalThis.dive = dive; (0, eval)(dive);"),
      ends: 'recursion-too-deep',
    },
    {
      name: 'flattening of 20,000 nested lists',
      source: stack('let deep = []; for (let i = 0; i < 20000; i += 1) deep = [deep]; deep.flat(Infinity);'),
      ends: 'recursion-too-deep',
    },
    {
      name: 'list that holds itself, printed',
      source: stack('const list = [1]; list.push(list); $print(list);'),
      ends: 'recursion-too-deep',
    },
    {
      name: 'chain of 100,000 prototypes',
      source: stack(
        'let low = {}; for (let i = 0; i < 1e5; i += 1) low = Object.create(low); $print(low.absent);',
      ),
      ends: 'finished',
      prints: ['undefined'],
    },
  ],
};

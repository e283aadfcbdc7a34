import { type HostileFamily, stack } from '../hostile-program.ts';

/** Ways out of the program, of its engine, of its Pi. Each ends at a wall. */
export const escapes: HostileFamily = {
  name: 'escapes',
  programs: [
    {
      name: 'out of its function',
      source: '} }); throw new Error("out"); (function () { return function () {',
      ends: 'program-failed',
      onAgent: true,
    },
    {
      name: 'out of its function in the right shape',
      source: '}; }); for (;;); (function () { return function () {',
      ends: 'no-pause',
    },
    {
      name: 'a function of its own in place of the wrapper',
      source: '}; }); (function () { throw 1; }); (function () { return 1;',
      ends: 'program-syntax',
    },
    { name: 'a comment that swallows the rest', source: '/* and no end', ends: 'program-syntax' },
    { name: 'a text that swallows the rest', source: '`and no end', ends: 'program-syntax' },
    {
      name: 'reach for the machine',
      source: stack(
        "$print(['process', 'require', 'fetch', 'WebAssembly', 'Worker', 'Date', 'console', 'std', 'os', 'scriptArgs', 'setTimeout', 'XMLHttpRequest', 'document', 'window', 'self', 'Deno', 'Bun'].filter((name) => name in globalThis).join());",
      ),
      ends: 'finished',
      prints: [''],
      onAgent: true,
    },
    {
      name: 'the global object by another function',
      source: stack("$print(Object.keys(Function('return this')()).join());"),
      ends: 'finished',
      prints: [''],
    },
    {
      name: 'the constructors of the constructors',
      source: stack(
        "$print([$do, $on, $print, $read, $due, $wait].map((one) => typeof one.constructor.constructor('return typeof process')() + one.constructor.constructor('return typeof process')()).join());",
      ),
      ends: 'finished',
      prints: [Array(6).fill('stringundefined').join()],
    },
    {
      name: 'an indirect eval',
      source: stack("$print((0, eval)('typeof $do + typeof process'));"),
      ends: 'finished',
      prints: ['undefinedundefined'],
    },
    { name: 'an import', source: "import fs from 'node:fs';", ends: 'program-syntax' },
    {
      name: 'a dynamic import',
      source: stack(
        "import('node:fs').then((fs) => $print(fs), (error) => $print(error)); yield* $wait(0.02); $print('still here');",
      ),
      ends: 'finished',
      prints: ['still here'],
      onAgent: true,
    },
    {
      name: 'a dynamic import of the engine’s own modules',
      source: stack(
        "for (const name of ['std', 'os', 'qjs:std', 'qjs:os']) import(name); yield* $wait(0.02);",
      ),
      ends: 'finished',
    },
    { name: 'the address of this module', source: '$print(import.meta.url);', ends: 'program-syntax' },
    {
      name: 'the caller of the caller',
      source: stack('(function () { return arguments.callee.caller; })();'),
      ends: 'value-unsuited',
    },
    {
      name: 'a with around everything',
      source: 'with (globalThis) { $do("red", "on"); }',
      ends: 'program-syntax',
    },
    {
      name: 'the runtime’s own door, hung',
      source: stack('$connect(() => { for (;;); }, () => {}); yield;'),
      ends: 'no-pause',
    },
    {
      name: 'the runtime’s own door, taken away',
      source: stack('$connect(null, null); yield;'),
      ends: 'value-unsuited',
    },
    {
      name: 'the runtime’s own door, telling long stories',
      source: stack("$connect(() => 'x'.repeat(1e7), () => {}); $print('here'); yield* $wait(0.01);"),
      ends: 'finished',
    },
    {
      name: 'the runtime’s own functions overwritten',
      source: `$do = $read = $wait = $print = $due = null; ${stack("$do('red', 'on');")}`,
      ends: 'value-unsuited',
    },
    {
      name: 'shared memory to sleep on',
      source: stack('Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);'),
      ends: 'name-unknown',
    },
    {
      name: 'a search for the numbers that host and engine share',
      source: stack(
        'const all = []; for (let i = 0; i < 3; i += 1) all.push(new Int32Array(1e5)); $print(all.some((one) => one.some((number) => number !== 0)));',
      ),
      ends: 'finished',
      prints: ['false'],
    },
    {
      name: 'source that is no JavaScript',
      source: 'this is not a program',
      ends: 'program-syntax',
    },
    { name: 'source that is nothing', source: '', ends: 'finished' },
    { name: 'source that returns', source: 'return { then() {} };', ends: 'finished' },
    {
      name: 'text for a terminal, a page and a log',
      source: stack('$print(\'\\x1b[2J\\x1b]0;owned\\x07<script>alert(1)</script>\\r\\n{"level":60}\');'),
      ends: 'finished',
      prints: ['\x1b[2J\x1b]0;owned\x07<script>alert(1)</script>\r\n{"level":60}'],
      onAgent: true,
    },
  ],
};

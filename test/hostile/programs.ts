/** A program that means harm, or behaves as if it did. */
export interface HostileProgram {
  readonly name: string;
  /** The source, in the program API. */
  readonly source: string;
  /**
   * How it ends: with an error of one of these codes, `finished`, or `runs` when it goes on harmlessly until it
   * is stopped.
   */
  readonly ends: readonly string[];
}

/** The body as a start stack. */
function stack(body: string): string {
  return `$on('start', {}, 'hat', function* () { $b = 'culprit'; ${body} });`;
}

/** Programs that no runtime may suffer from. Add one for every trouble that is found. */
export const hostilePrograms: readonly HostileProgram[] = [
  { name: 'endless loop with a trap', source: stack('for (;;) { if ($due()) yield; }'), ends: ['runs'] },
  { name: 'endless loop without a trap', source: stack('for (;;);'), ends: ['no-pause'] },
  { name: 'endless loop before any stack', source: 'for (;;);', ends: ['no-pause'] },
  {
    name: 'endless loop that catches everything',
    source: stack('for (;;) try { for (;;); } catch { continue; } finally { continue; }'),
    ends: ['no-pause'],
  },
  { name: 'loop of empty waits', source: stack('for (;;) yield* $wait(0);'), ends: ['runs'] },
  {
    name: 'memory bomb of arrays',
    source: stack('const all = []; for (;;) all.push(new Array(1e5).fill(1));'),
    ends: ['memory-full'],
  },
  {
    name: 'memory bomb that catches and goes on',
    source: stack('const all = []; for (;;) { try { for (;;) all.push(new Array(1e4).fill(1)); } catch {} }'),
    ends: ['no-pause', 'memory-full', 'program-crashed'],
  },
  {
    name: 'memory bomb of typed arrays',
    source: stack('const all = []; for (;;) all.push(new Uint8Array(1e7).fill(1));'),
    ends: ['memory-full'],
  },
  {
    name: 'one huge typed array',
    source: stack('new Uint8Array(2 ** 31 - 1);'),
    ends: ['memory-full', 'value-unsuited'],
  },
  { name: 'huge string', source: stack("let text = 'x'; for (;;) text += text;"), ends: ['memory-full'] },
  {
    name: 'huge printed string',
    source: stack("$print('x'.repeat(3e7));"),
    ends: ['finished', 'memory-full'],
  },
  { name: 'huge repeat', source: stack("'x'.repeat(2 ** 30);"), ends: ['memory-full', 'value-unsuited'] },
  {
    name: 'deep JSON.parse',
    source: stack("JSON.parse('['.repeat(500000) + ']'.repeat(500000));"),
    ends: ['recursion-too-deep', 'program-syntax', 'program-failed'],
  },
  {
    name: 'deep JSON.stringify',
    source: stack('let deep = []; for (let i = 0; i < 20000; i += 1) deep = [deep]; JSON.stringify(deep);'),
    ends: ['recursion-too-deep'],
  },
  { name: 'deep recursion', source: stack('(function dive() { dive(); })();'), ends: ['recursion-too-deep'] },
  {
    name: 'deep recursion through natives',
    source: stack('(function dive() { [1].map(dive); })();'),
    ends: ['recursion-too-deep'],
  },
  {
    name: 'recursion that catches and goes on',
    source: stack('for (;;) try { (function dive() { dive(); })(); } catch {}'),
    ends: ['no-pause', 'recursion-too-deep'],
  },
  {
    name: 'endless delegation of generators',
    source: stack('function* dive() { yield* dive(); } yield* dive();'),
    ends: ['recursion-too-deep'],
  },
  {
    name: 'deeply nested source',
    source: `${'('.repeat(60_000)}1${')'.repeat(60_000)}`,
    ends: ['program-syntax', 'recursion-too-deep', 'program-crashed'],
  },
  {
    name: 'regex bomb',
    source: stack("/^(a+)+$/.test('a'.repeat(40) + 'b');"),
    ends: ['no-pause', 'program-unresponsive', 'program-failed'],
  },
  {
    name: 'sort that never agrees',
    source: stack(
      'Array.from({ length: 1e5 }, (_, i) => i).sort(() => { for (let i = 0; i < 1e3; i += 1); return 1; });',
    ),
    ends: ['no-pause'],
  },
  { name: 'print flood', source: stack("for (;;) { if ($due()) yield; $print('flood'); }"), ends: ['runs'] },
  { name: 'print flood without a trap', source: stack("for (;;) $print('flood');"), ends: ['no-pause'] },
  {
    name: 'print flood of long lines',
    source: stack("const line = 'x'.repeat(1e6); for (;;) { if ($due()) yield; $print(line); }"),
    ends: ['runs'],
  },
  {
    name: 'command flood',
    source: stack("for (;;) { if ($due()) yield; $do('red', 'toggle'); }"),
    ends: ['runs'],
  },
  {
    name: 'command flood without a trap',
    source: stack("for (;;) $do('red', 'toggle');"),
    ends: ['commands-too-many'],
  },
  {
    name: 'command flood from every stack',
    source: Array.from({ length: 200 }, () =>
      stack("for (;;) { if ($due()) yield; $do('buzzer', 'on'); }"),
    ).join('\n'),
    ends: ['runs'],
  },
  {
    name: 'more stacks than there may be',
    source: "for (;;) $on('start', {}, 'hat', function* () {});",
    ends: ['stacks-too-many'],
  },
  {
    name: 'a hat out of a running stack',
    source: stack("$on('start', {}, 'hat', function* () {});"),
    ends: ['hat-misplaced'],
  },
  { name: 'unknown part', source: stack("$do('laser', 'fire');"), ends: ['part-not-wired'] },
  {
    name: 'part named like a prototype',
    source: stack("$do('__proto__', 'constructor');"),
    ends: ['part-not-wired'],
  },
  {
    name: 'value named like a prototype',
    source: stack("$read('button', 'toString');"),
    ends: ['value-unknown'],
  },
  {
    name: 'command with a huge argument',
    source: stack("$do('red', 'on', 'x'.repeat(1e7));"),
    ends: ['argument-invalid', 'program-crashed', 'memory-full'],
  },
  {
    name: 'command with an argument that bites',
    source: stack("$do('red', 'on', { toJSON() { for (;;); } });"),
    ends: ['no-pause'],
  },
  { name: 'name that bites', source: stack('$do({ toString() { for (;;); } }, 1);'), ends: ['no-pause'] },
  {
    name: 'thrown thing that bites',
    source: stack('throw { get name() { for (;;); }, get message() { throw this; } };'),
    ends: ['no-pause', 'program-failed'],
  },
  { name: 'thrown nothing', source: stack('throw undefined;'), ends: ['program-failed'] },
  {
    name: 'block id of ten million characters',
    source:
      "$on('start', {}, 'hat', function* () { $b = 'x'.repeat(1e7); yield* $wait(0); $b = { toString() { for (;;); } }; yield* $wait(0); });",
    ends: ['finished', 'memory-full'],
  },
  {
    name: 'broken builtins',
    source: stack(
      'Array.prototype.push = Array.prototype.shift = null; Object.prototype.done = true; String.prototype.slice = () => "x".repeat(1e6); Object.defineProperty(Object.prototype, "0", { set() { throw 1; } }); for (;;) { $print("x"); yield* $wait(0); }',
    ),
    ends: ['program-failed', 'value-unsuited', 'finished', 'runs'],
  },
  {
    name: 'escape from its function',
    source: '} }); throw new Error("out"); (function () { return function () {',
    ends: ['program-failed', 'program-syntax', 'value-unsuited'],
  },
  { name: 'no JavaScript', source: 'this is not a program', ends: ['program-syntax'] },
  { name: 'nothing', source: '', ends: ['finished'] },
  {
    name: 'reach for the machine',
    source: stack(
      "$print([typeof process, typeof require, typeof fetch, typeof WebAssembly, typeof Date].join()); Function('return this')().constructor;",
    ),
    ends: ['finished'],
  },
  {
    name: 'dynamic import',
    source: stack("import('node:fs'); yield* $wait(0.01);"),
    ends: ['finished', 'program-syntax', 'program-failed', 'value-unsuited'],
  },
  {
    name: 'proxies all the way down',
    source: stack('let inner = {}; for (let i = 0; i < 1e5; i += 1) inner = new Proxy(inner, {}); inner.x;'),
    ends: ['recursion-too-deep', 'finished'],
  },
];

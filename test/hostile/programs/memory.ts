import { type HostileFamily, stack } from '../hostile-program.ts';

/** Every way of filling the memory. */
export const memory: HostileFamily = {
  name: 'memory',
  programs: [
    {
      name: 'lists without end',
      source: stack('const all = []; for (;;) all.push(new Array(1e5).fill(1));'),
      ends: 'memory-full',
      onAgent: true,
    },
    {
      name: 'lists that catch and go on',
      source: stack(
        'const all = []; for (;;) { try { for (;;) all.push(new Array(1e4).fill(1)); } catch {} }',
      ),
      ends: 'hangs',
    },
    {
      name: 'memory filled before any stack',
      source: 'const all = []; for (;;) all.push({ all: [...all] });',
      ends: 'memory-full',
    },
    {
      name: 'memory filled a little in each turn',
      source: stack('const all = []; for (;;) { if ($due()) yield; all.push(new Array(1e3).fill(0)); }'),
      ends: 'memory-full',
      onAgent: true,
    },
    {
      name: 'memory held full while it waits',
      source: stack(
        'const all = []; try { for (;;) all.push(new Uint8Array(1e6).fill(1)); } catch {} for (;;) yield* $wait(0.01);',
      ),
      ends: 'runs',
      onAgent: true,
    },
    {
      name: 'typed arrays without end',
      source: stack('const all = []; for (;;) all.push(new Uint8Array(1e7).fill(1));'),
      ends: 'memory-full',
    },
    { name: 'one huge typed array', source: stack('new Uint8Array(2 ** 31 - 1);'), ends: 'memory-full' },
    {
      name: 'typed array larger than there can be',
      source: stack('new Float64Array(2 ** 53 - 1);'),
      ends: 'memory-full',
    },
    {
      name: 'buffer that grows',
      source: stack(
        'const buffer = new ArrayBuffer(8, { maxByteLength: 2 ** 30 }); for (;;) buffer.resize(buffer.byteLength * 2);',
      ),
      ends: 'memory-full',
    },
    { name: 'list of 4 billion', source: stack('new Array(2 ** 32 - 1).fill(0);'), ends: 'memory-full' },
    {
      name: 'list made by its length',
      source: stack('Array.from({ length: 2 ** 40 }, () => 1);'),
      ends: 'memory-full',
    },
    {
      name: 'list that grows while it is walked',
      source: stack('const list = [1]; for (const one of list) list.push(one, one);'),
      ends: 'memory-full',
    },
    {
      name: 'map of objects',
      source: stack('const map = new Map(); for (;;) map.set({ bulk: new Array(1e4).fill(0) }, map.size);'),
      ends: 'memory-full',
    },
    {
      name: 'set of texts',
      source: stack("const set = new Set(); for (let i = 0; ; i += 1) set.add('x'.repeat(1e5) + i);"),
      ends: 'memory-full',
    },
    {
      name: 'object with ever more names',
      source: stack("const object = {}; for (let i = 0; ; i += 1) object['x'.repeat(1e5) + i] = i;"),
      ends: 'memory-full',
    },
    {
      name: 'chain of objects',
      source: stack('let chain = null; for (;;) chain = { chain, bulk: new Array(1e3).fill(0) };'),
      ends: 'memory-full',
    },
    {
      name: 'functions that hold each other',
      source: stack(
        'let hold = () => 0; for (;;) { const before = hold, bulk = new Array(1e4).fill(0); hold = () => [before, bulk]; }',
      ),
      ends: 'memory-full',
    },
    {
      name: 'generators that never end',
      source: stack(
        'const all = []; for (;;) { const one = (function* (...bulk) { yield bulk; })(...new Array(1e3).fill(0)); one.next(); all.push(one); }',
      ),
      ends: 'memory-full',
    },
    {
      name: 'number that doubles its digits',
      source: stack('let number = 3n; for (;;) number *= number;'),
      ends: 'memory-full',
    },
    {
      name: 'garbage made and dropped',
      source: stack('for (;;) { if ($due()) yield; new Uint8Array(1e6); }'),
      ends: 'runs',
    },
    {
      name: 'garbage in circles',
      source: stack(
        'for (;;) { if ($due()) yield; const a = {}, b = { a }; a.b = b; a.bulk = new Array(1000).fill(b); }',
      ),
      ends: 'runs',
    },
  ],
};

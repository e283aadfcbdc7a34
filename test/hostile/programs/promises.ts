import { type HostileFamily, stack } from '../hostile-program.ts';

/** Promises and asynchronous functions, which programs have no use for: their callbacks are never called. */
export const promises: HostileFamily = {
  name: 'promises',
  programs: [
    {
      name: 'promises without end',
      source: stack(
        'const all = []; for (;;) all.push(new Promise(() => {}).then(() => {}), new Array(1e3).fill(0));',
      ),
      ends: 'memory-full',
      onAgent: true,
    },
    {
      name: 'promises that pause',
      source: stack(
        'for (;;) { if ($due()) yield; Promise.resolve(new Array(1e3).fill(0)).then(() => {}); }',
      ),
      ends: 'memory-full',
    },
    {
      name: 'promise that follows itself',
      source: stack(
        '(function again() { return Promise.resolve().then(again); })(); for (;;) yield* $wait(0.01);',
      ),
      ends: 'runs',
      onAgent: true,
    },
    {
      name: 'asynchronous loop before any stack',
      source: '(async () => { for (;;) await null; })();',
      ends: 'finished',
    },
    {
      name: 'hang before the first await',
      source: stack('(async () => { for (;;); })();'),
      ends: 'no-pause',
    },
    {
      name: 'hang after the first await',
      source: stack('(async () => { await null; for (;;); })(); yield* $wait(0.02);'),
      ends: 'finished',
    },
    {
      name: 'hang in a thenable',
      source: stack('Promise.resolve({ get then() { for (;;); } });'),
      ends: 'no-pause',
    },
    {
      name: 'hang in an executor',
      source: stack('new Promise(() => { for (;;); });'),
      ends: 'no-pause',
    },
    {
      name: 'rejections that nobody hears',
      source: stack(
        "for (let i = 0; i < 1e4; i += 1) Promise.reject(new Error('unheard')); $print('alive');",
      ),
      ends: 'finished',
      prints: ['alive'],
      onAgent: true,
    },
    {
      name: 'waiting for 10,000 at once',
      source: stack('Promise.all(Array.from({ length: 1e4 }, (_, i) => Promise.resolve(i)));'),
      ends: 'finished',
    },
    {
      name: 'waiting for an iterator without end',
      source: stack('Promise.race({ [Symbol.iterator]: () => ({ next: () => ({ done: false }) }) });'),
      ends: 'no-pause',
    },
    {
      name: 'asynchronous function in place of a stack',
      source: "$on('start', {}, 'hat', async function () { for (;;) await null; });",
      ends: 'value-unsuited',
    },
    {
      name: 'asynchronous generator in place of a stack',
      source: "$on('start', {}, 'hat', async function* () { for (;;) yield 1; });",
      ends: 'runs',
    },
    {
      name: 'await in a stack',
      source: "$on('start', {}, 'hat', function* () { await null; });",
      ends: 'program-syntax',
    },
    {
      name: 'promise of another kind',
      source: stack(
        'class Trap extends Promise { static get [Symbol.species]() { for (;;); } } Trap.resolve(1).then(() => {});',
      ),
      ends: 'no-pause',
    },
  ],
};

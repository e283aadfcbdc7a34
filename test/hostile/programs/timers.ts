import { type HostileFamily, stack } from '../hostile-program.ts';

/** Waits that are none, and clocks that are not there. */
export const timers: HostileFamily = {
  name: 'timers',
  programs: [
    {
      name: 'waits of nothing without end',
      source: stack('for (;;) yield* $wait(0);'),
      ends: 'runs',
      onAgent: true,
    },
    {
      name: 'waits of nothing in 250 stacks',
      source: stack('for (;;) yield* $wait(0);').repeat(250),
      ends: 'runs',
    },
    {
      name: '250 stacks that wake in the same moment',
      source: stack("for (;;) { yield* $wait(0.02); $b = 'awake'; $read('button', 'pressed'); }").repeat(250),
      ends: 'runs',
    },
    { name: 'a wait of thirty years', source: stack('yield* $wait(1e9);'), ends: 'runs', onAgent: true },
    { name: 'a wait longer than numbers go', source: stack('yield* $wait(1e308);'), ends: 'runs' },
    {
      name: 'a wait until the end of the world',
      source: stack("yield* $wait(Infinity); $print('later');"),
      ends: 'finished',
      prints: ['later'],
    },
    {
      name: 'waits that are no numbers',
      source: stack(
        "for (const one of [NaN, -1, 'x', null, undefined, {}, [], 10n ** 400n, '0x']) yield* $wait(one); $print('later');",
      ),
      ends: 'finished',
      prints: ['later'],
    },
    { name: 'a wait for a symbol', source: stack('yield* $wait(Symbol());'), ends: 'value-unsuited' },
    {
      name: 'a wait that bites',
      source: stack('yield* $wait({ valueOf() { for (;;); } });'),
      ends: 'no-pause',
    },
    { name: 'waits that nobody waits for', source: stack('for (;;) $wait(1);'), ends: 'no-pause' },
    {
      name: 'waits hoarded',
      source: stack('const all = []; for (;;) all.push($wait(1));'),
      ends: 'memory-full',
    },
    {
      name: 'waits taken by hand',
      source: stack(
        "for (let i = 0; i < 1000; i += 1) { const wait = $wait(1e6); wait.next(); } $print('later');",
      ),
      ends: 'finished',
      prints: ['later'],
    },
    {
      name: 'a wait that refuses to be left',
      source: stack('for (;;) try { yield* $wait(1e6); } finally { continue; }'),
      ends: 'runs',
      onAgent: true,
    },
    {
      name: 'the clock of the machine',
      source: stack('for (;;) if (Date.now() < 0) break;'),
      ends: 'name-unknown',
    },
    {
      name: 'a timer of the page',
      source: stack('setTimeout(() => { for (;;); }, 0);'),
      ends: 'name-unknown',
    },
    {
      name: 'a clock built of nothing but turns',
      source: stack('let now = 0; for (;;) { now += 1; if ($due()) { yield; now = 0; } }'),
      ends: 'runs',
    },
    { name: 'a trap that is asked and not obeyed', source: stack('for (;;) $due();'), ends: 'no-pause' },
    {
      name: 'work for some milliseconds between two yields',
      source: stack('for (;;) { for (let i = 0; i < 2e5; i += 1); yield; }'),
      ends: 'runs',
    },
  ],
};

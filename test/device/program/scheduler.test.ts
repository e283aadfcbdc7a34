import { describe, expect, it } from 'vitest';
import type { VirtualInput } from '../../../device/program/virtual-time.ts';
import { ending, pressed, prints, runKit, start } from './run-kit.ts';

const press = (at: number): VirtualInput => ({ at, part: 'button', input: 'press' });
const release = (at: number): VirtualInput => ({ at, part: 'button', input: 'release' });
const second = 1_000_000;

interface Rule {
  rule: string;
  source: string;
  inputs?: VirtualInput[];
  duration?: number;
  printed: string[];
  ends: string;
}

const rules: Rule[] = [
  {
    rule: 'start stacks begin in the order in which they stand',
    source: ['a', 'b', 'c'].map((name) => start(`$print('${name}');`)).join('\n'),
    printed: ['a', 'b', 'c'],
    ends: 'finished',
  },
  {
    rule: 'stacks that yield take turns',
    source: ['a', 'b']
      .map((name) => start(`for (let i = 0; i < 3; i += 1) { $print('${name}' + i); yield; }`))
      .join('\n'),
    printed: ['a0', 'b0', 'a1', 'b1', 'a2', 'b2'],
    ends: 'finished',
  },
  {
    rule: 'a loop that computes without end leaves the others their turns',
    source:
      start('for (;;) { if ($due()) yield; }') +
      start('for (let i = 0; i < 3; i += 1) { $print(i); yield* $wait(1); }'),
    printed: ['0', '1', '2'],
    ends: 'stopped',
  },
  {
    rule: 'who waits less is back earlier, whoever stood first',
    source: start("yield* $wait(2); $print('two');") + start("yield* $wait(1); $print('one');"),
    printed: ['one', 'two'],
    ends: 'finished',
  },
  {
    rule: 'who wakes at the same moment goes on in the order of going to sleep',
    source: ['a', 'b', 'c'].map((name) => start(`yield* $wait(1); $print('${name}');`)).join('\n'),
    printed: ['a', 'b', 'c'],
    ends: 'finished',
  },
  {
    rule: 'a wait of nothing lets the others run',
    source: start("$print('a1'); yield* $wait(0); $print('a2');") + start("$print('b');"),
    printed: ['a1', 'b', 'a2'],
    ends: 'finished',
  },
  ...["'x'", '-1', 'NaN', 'Infinity', 'undefined'].map((time) => ({
    rule: `a wait of ${time} is a wait of nothing`,
    source: start(`yield* $wait(${time}); $print('on');`),
    duration: 100_000,
    printed: ['on'],
    ends: 'finished',
  })),
  {
    rule: 'a program without stacks is finished at once',
    source: 'let unused = 1;',
    printed: [],
    ends: 'finished',
  },
  {
    rule: 'a program that waits for events is not finished',
    source: pressed("$print('pressed');") + start("$print('started');"),
    printed: ['started'],
    ends: 'stopped',
  },
  {
    rule: 'an event runs its stack',
    source: pressed("$print('pressed');"),
    inputs: [press(second)],
    printed: ['pressed'],
    ends: 'stopped',
  },
  {
    rule: 'events that come while their stack runs are run after it, none lost',
    source: `let count = 0; ${pressed("count += 1; const mine = count; $print('begin ' + mine); yield* $wait(2); $print('end ' + mine);")}`,
    inputs: [1, 2, 3].flatMap((nth) => [press(nth * 100_000), release(nth * 100_000 + 50_000)]),
    printed: ['begin 1', 'end 1', 'begin 2', 'end 2', 'begin 3', 'end 3'],
    ends: 'stopped',
  },
  {
    rule: 'every hat of an event runs, in the order in which they stand',
    source: pressed("$print('first');") + pressed("$print('second');"),
    inputs: [press(second)],
    printed: ['first', 'second'],
    ends: 'stopped',
  },
  {
    rule: 'different events run in the order in which they came',
    source:
      pressed("$print('pressed');") +
      "$on('event', { part: 'button', event: 'released' }, 'hat', function* () { $print('released'); });",
    inputs: [press(second), release(second), press(second), release(second)],
    printed: ['pressed', 'released', 'pressed', 'released'],
    ends: 'stopped',
  },
  {
    rule: 'an event before its hat has begun its first run is not lost',
    source: pressed("$print($read('button', 'pressed'));"),
    inputs: [press(0)],
    printed: ['true'],
    ends: 'stopped',
  },
  {
    rule: 'variables are common to all stacks',
    source: `let n = 0; ${start('n = 1; yield* $wait(1); $print(n);')} ${start('n += 10;')}`,
    printed: ['11'],
    ends: 'finished',
  },
  {
    rule: 'a failure of one stack ends the program',
    source: start('yield* $wait(1); missing();') + start("for (;;) { $print('tick'); yield* $wait(0.6); }"),
    printed: ['tick', 'tick'],
    ends: 'name-unknown',
  },
];

describe('the scheduler', () => {
  it.each(rules)('$rule', async ({ source, inputs, duration, printed, ends }) => {
    const trace = await runKit({ source, ...(inputs && { inputs }), ...(duration && { duration }) });
    expect(prints(trace)).toEqual(printed);
    expect(ending(trace)).toBe(ends);
  });

  it('gives two busy stacks about the same', async () => {
    const source = `let turns = [0, 0]; ${[0, 1].map((n) => start(`for (;;) { if ($due()) yield; turns[${n}] += 1; }`)).join('')} ${start('yield* $wait(1); $print(turns[0] / turns[1]);')}`;
    const [ratio] = prints(await runKit({ source, duration: 1_500_000 }));
    expect(Number(ratio)).toBeGreaterThan(0.9);
    expect(Number(ratio)).toBeLessThan(1.1);
  });

  it('keeps 64 events for a hat that is busy, and shows how many were lost', async () => {
    const inputs = Array.from({ length: 70 }, (_, nth) => [
      press(nth * 1000),
      release(nth * 1000 + 500),
    ]).flat();
    const trace = await runKit({ source: pressed('$print(1); yield* $wait(0.1);'), inputs });
    expect(prints(trace)).toHaveLength(65);
    expect(trace.filter((event) => event.kind === 'gap')).toHaveLength(5);
  });
});

import { describe, expect, it } from 'vitest';
import type { VirtualInput } from '../../../device/program/virtual-time.ts';
import { startEngine } from '../../../device/program/vm/engine.ts';
import { countedPace } from '../../../device/program/vm/pace.ts';
import { ProgramVm } from '../../../device/program/vm/program-vm.ts';
import { ending, pressed, prints, runKit, start } from './run-kit.ts';

const press = (at: number): VirtualInput => ({ at, part: 'button', input: 'press' });
const release = (at: number): VirtualInput => ({ at, part: 'button', input: 'release' });
const second = 1_000_000;
const heard = (name: string, body: string) =>
  `$on('message', { name: '${name}' }, 'hat', function* () { ${body} });`;

interface Rule {
  rule: string;
  source: string;
  inputs?: VirtualInput[];
  duration?: number;
  printed: string[];
  ends: string;
}

/** What docs/language.md has no room for; its rules are in rules.test.ts. */
const rules: Rule[] = [
  {
    rule: 'stacks that yield take turns',
    source: ['a', 'b']
      .map((name) => start(`for (let i = 0; i < 3; i += 1) { $print('${name}' + i); yield; }`))
      .join('\n'),
    printed: ['a0', 'b0', 'a1', 'b1', 'a2', 'b2'],
    ends: 'finished',
  },
  {
    rule: 'who waits less is back earlier, whoever stood first',
    source: start("yield* $wait(2); $print('two');") + start("yield* $wait(1); $print('one');"),
    printed: ['one', 'two'],
    ends: 'finished',
  },
  ...["'x'", '-1', 'NaN', 'Infinity', 'undefined', '0.0009'].map((time) => ({
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
    rule: 'a message that is sent before there are stacks wakes those that stand above',
    source: `${heard('go', "$print('above');")} $send('go'); ${heard('go', "$print('below');")}`,
    printed: ['above'],
    ends: 'finished',
  },
  {
    rule: 'a message is called by its text, whatever it is',
    source: heard('7', "$print('seven');") + start('$send(7); $send([7]); $send({}); $send();'),
    printed: ['seven', 'seven'],
    ends: 'finished',
  },
  {
    rule: 'names of messages count to their 64th sign',
    source:
      heard('x'.repeat(64), "$print('heard');") + start("$send('x'.repeat(65)); $send('x'.repeat(63));"),
    printed: ['heard'],
    ends: 'finished',
  },
  {
    rule: 'a message is not taken for an event or a key of that name',
    source:
      pressed("$print('event');") +
      "$on('key', { key: 'a' }, 'hat', function* () { $print('key'); });" +
      start("$send('button\\npressed'); $send('a');"),
    printed: [],
    ends: 'stopped',
  },
  {
    rule: 'commands before there are stacks are all done, in their order',
    source: `for (let i = 0; i < 20; i += 1) $do('red', 'toggle');
      $print($read('red', 'on')); $do('red', 'on'); $print($read('red', 'on'));`,
    printed: ['false', 'true'],
    ends: 'finished',
  },
  {
    rule: 'a beat after a very long time never comes',
    source: "$on('every', { seconds: Infinity }, 'hat', function* () { $print('beat'); });",
    printed: [],
    ends: 'stopped',
  },
];

describe('the scheduler', () => {
  it.each(rules)('$rule', async ({ source, inputs, duration, printed, ends }) => {
    const trace = await runKit({ source, ...(inputs && { inputs }), ...(duration && { duration }) });
    expect(prints(trace)).toEqual(printed);
    expect(ending(trace)).toBe(ends);
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

  it('keeps 64 messages for a hat that is busy, and shows that some were lost', async () => {
    const trace = await runKit({
      source:
        heard('go', "$do('red', 'toggle'); yield* $wait(0.1);") +
        start("for (let i = 0; i < 70; i += 1) $send('go');"),
    });
    expect(trace.filter((event) => event.kind === 'command')).toHaveLength(65);
    expect(trace.some((event) => event.kind === 'gap')).toBe(true);
  });

  it.each([
    { argument: "'x'.repeat(1e6)", leaves: 'x'.repeat(1000) },
    { argument: "['x'.repeat(1e6)]", leaves: 'x'.repeat(1000) },
    { argument: '{ x: [[1]] }', leaves: '[object Object]' },
    { argument: '12.5', leaves: 12.5 },
    { argument: 'true', leaves: true },
  ])(
    'lets no more of an argument leave the engine than a part takes: $argument',
    async ({ argument, leaves }) => {
      const given: unknown[] = [];
      const vm = new ProgramVm({
        engine: await startEngine(),
        pace: countedPace(),
        now: () => 0,
        output: {
          command(_part, _command, args) {
            given.push(...args);
            return 'more';
          },
          block() {},
          print() {},
          message() {},
          tell() {},
          gap() {},
          variable() {},
        },
      });
      const parts = [{ id: 'lcd', commands: { write: {} }, values: {} }];
      vm.load({ source: start(`$do('lcd', 'write', 1, ${argument});`), parts, seed: 1 });
      vm.turn();
      expect(given).toEqual([1, leaves]);
    },
  );
});

import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../../device/contract/trace.ts';
import type { VirtualInput, VirtualKey, VirtualMessage } from '../../../device/program/virtual-time.ts';
import { ending, pressed, runKit, start } from './run-kit.ts';

/*
 * The rules of docs/language.md, one row each, with its heading there. `seen` is what the console shows, as
 * "second text", and how the program ends.
 */
interface Rule {
  readonly rule: string;
  readonly source: string;
  readonly presses?: readonly number[];
  readonly keys?: readonly VirtualKey[];
  readonly messages?: readonly VirtualMessage[];
  /** s of virtual time. */
  readonly duration?: number;
  readonly seen: readonly string[];
  readonly ends: string;
}

const message = (name: string, body: string) =>
  `$on('message', { name: '${name}' }, 'hat', function* () { ${body} });`;
const every = (seconds: number | string, body: string) =>
  `$on('every', { seconds: ${seconds} }, 'hat', function* () { ${body} });`;
const key = (name: string, body: string) =>
  `$on('key', { key: '${name}' }, 'hat', function* () { ${body} });`;
const peer = (name: string, body: string) =>
  `$on('peer', { name: '${name}' }, 'hat', function* () { ${body} });`;
/** A message of Otter's, after so many seconds. */
const from = (at: number, name: string, value?: number | string): VirtualMessage => ({
  at: at * 1_000_000,
  from: 'Otter',
  name,
  ...(value === undefined ? {} : { value }),
});
const say = (text: string) => `$print('${text}');`;
const wait = (seconds: number) => `yield* $wait(${seconds});`;

/** A press and its release at each of these seconds. */
const hands = (seconds: readonly number[]): VirtualInput[] =>
  seconds.flatMap((at) => [
    { at: at * 1_000_000, part: 'button', input: 'press' },
    { at: at * 1_000_000 + 20_000, part: 'button', input: 'release' },
  ]);

/** A hundredth of a second, in which a stack's turn comes at last, is no part of a rule. */
const seen = (trace: readonly TraceEvent[]) =>
  trace.flatMap((event) =>
    event.kind === 'print' ? [`${Math.round(event.at / 100_000) / 10} ${event.text}`] : [],
  );

const rules: Record<string, Rule[]> = {
  Start: [
    {
      rule: 'every start stack begins at once, in the order in which they stand',
      source: ['a', 'b', 'c'].map((name) => start(say(name))).join(''),
      seen: ['0 a', '0 b', '0 c'],
      ends: 'finished',
    },
    {
      rule: 'stacks run side by side',
      source: start(say('a') + wait(1) + say('a')) + start(say('b') + wait(0.5) + say('b')),
      seen: ['0 a', '0 b', '0.5 b', '1 a'],
      ends: 'finished',
    },
  ],
  Events: [
    {
      rule: 'each event runs its stack once',
      source: pressed(say('pressed')),
      presses: [1, 2],
      seen: ['1 pressed', '2 pressed'],
      ends: 'stopped',
    },
    {
      rule: 'events that come while the stack is busy are kept, in their order',
      source: pressed(say('begin') + wait(2) + say('end')),
      presses: [1, 1.5],
      seen: ['1 begin', '3 end', '3 begin', '5 end'],
      ends: 'stopped',
    },
    {
      rule: 'one event runs all of its hats',
      source: pressed(say('a') + wait(1) + say('a')) + pressed(say('b')),
      presses: [1],
      seen: ['1 a', '1 b', '2 a'],
      ends: 'stopped',
    },
  ],
  Messages: [
    {
      rule: 'a message runs every stack that waits for it; the sender goes on first',
      source: message('go', say('a')) + message('go', say('b')) + start(`$send('go'); ${say('sent')}`),
      seen: ['0 sent', '0 a', '0 b'],
      ends: 'finished',
    },
    {
      rule: 'a message of another name runs nothing',
      source: message('go', say('a')) + start("$send('Go'); $send('come');"),
      seen: [],
      ends: 'finished',
    },
    {
      rule: 'messages that come while the stack is busy are kept',
      source: message('go', say('begin') + wait(1)) + start("$send('go'); $send('go');"),
      seen: ['0 begin', '1 begin'],
      ends: 'finished',
    },
    {
      rule: 'a stack may send the message that it waits for itself',
      source: `let n = 0; ${message('go', `n += 1; $print(n); ${wait(1)} if (n < 3) $send('go');`)} ${start("$send('go');")}`,
      seen: ['0 1', '1 2', '2 3'],
      ends: 'finished',
    },
    {
      rule: 'two stacks that send to each other for ever starve nobody',
      source:
        message('ping', "$send('pong');") +
        message('pong', "$send('ping');") +
        start("$send('ping');") +
        start(wait(1) + say('here')),
      duration: 2,
      seen: ['1 here'],
      ends: 'stopped',
    },
    {
      rule: 'a program that waits for messages only, when nobody can send any more, is over',
      source: message('go', say('never')) + start(wait(1) + say('done')),
      seen: ['1 done'],
      ends: 'finished',
    },
  ],
  Beats: [
    {
      rule: 'the first beat is after so many seconds, the others follow',
      source: every(2, say('beat')),
      duration: 7,
      seen: ['2 beat', '4 beat', '6 beat'],
      ends: 'stopped',
    },
    {
      rule: 'beats do not drift by what a round takes',
      source: every(1, say('beat') + wait(0.3)),
      duration: 3.5,
      seen: ['1 beat', '2 beat', '3 beat'],
      ends: 'stopped',
    },
    {
      rule: 'a round as long as the beat is followed by the next at once',
      source: every(1, say('beat') + wait(1)),
      duration: 3.5,
      seen: ['1 beat', '2 beat', '3 beat'],
      ends: 'stopped',
    },
    {
      rule: 'beats that a long round misses are made up by one round, not by all of them',
      source: `let first = true; ${every(1, `${say('beat')} if (first) { first = false; ${wait(3.5)} }`)}`,
      duration: 6.5,
      seen: ['1 beat', '4.5 beat', '5 beat', '6 beat'],
      ends: 'stopped',
    },
    {
      rule: 'a beat is 0.05 s at least, also when its number is none',
      source: `let n = 0; ${every("'x'", 'n += 1;')} ${start(`${wait(1.02)} $print(n);`)}`,
      duration: 1.1,
      seen: ['1 20'],
      ends: 'stopped',
    },
  ],
  Keys: [
    {
      rule: 'each press of the key runs its stack once, other keys do not',
      source: key('space', say('space')) + key('a', say('a')),
      keys: [
        { at: 1_000_000, key: 'space' },
        { at: 2_000_000, key: 'b' },
        { at: 3_000_000, key: 'a' },
      ],
      seen: ['1 space', '3 a'],
      ends: 'stopped',
    },
    {
      rule: 'presses that come while the stack is busy are kept',
      source: key('space', say('space') + wait(2)),
      keys: [1, 1.1].map((at) => ({ at: at * 1_000_000, key: 'space' })),
      seen: ['1 space', '3 space'],
      ends: 'stopped',
    },
  ],
  'The class as a network': [
    {
      rule: 'a message of another Pi runs every stack that waits for it, once each',
      source: peer('go', say('a')) + peer('go', say('b')) + peer('Go', say('never')),
      messages: [from(1, 'go'), from(2, 'go'), from(3, 'come')],
      seen: ['1 a', '1 b', '2 a', '2 b'],
      ends: 'stopped',
    },
    {
      rule: 'a message to other Pis wakes no stack here, and one from them is no message of a stack',
      source: peer('go', say('never')) + message('go', say('never')) + start("$tell('all', 'go');"),
      messages: [from(1, 'come')],
      seen: [],
      ends: 'stopped',
    },
    {
      rule: 'messages that come while the stack is busy are kept, each with its value and its sender',
      source: peer('go', `${wait(2)} $print($heard('value')); $print($heard('from'));`),
      messages: [from(1, 'go', 5), { ...from(1.5, 'go', 'six'), from: 'Fox' }, from(1.6, 'go')],
      seen: ['3 5', '3 Otter', '5 six', '5 Fox', '7 0', '7 Otter'],
      ends: 'stopped',
    },
    {
      rule: 'up to 64 are kept',
      source: `let n = 0; ${peer('go', `n += 1; ${wait(0.1)}`)} ${start(`${wait(9)} $print(n);`)}`,
      messages: Array.from({ length: 100 }, () => from(1, 'go')),
      seen: ['9 65'],
      ends: 'stopped',
    },
    {
      rule: 'stacks that something else has woken read the last message that came, whatever its name',
      source:
        peer('go', wait(5)) +
        start(`$print([$heard('value'), $heard('from') === '']); ${wait(2)} $print($heard('value'));`),
      messages: [from(1, 'go', 1), from(1.5, 'come', 2)],
      seen: ['0 0, true', '2 2'],
      ends: 'stopped',
    },
    {
      rule: 'at most 10 messages a second leave a program, 20 at once, and what is more is left out',
      source: start(
        `for (let i = 0; i < 300; i += 1) { $tell('all', 'go', i); ${wait(0.01)} } ${say('done')}`,
      ),
      duration: 4,
      seen: ['3 done'],
      ends: 'finished',
    },
  ],
  Waiting: [
    {
      rule: 'a wait of nothing lets the others have their turn',
      source: start(say('a1') + wait(0) + say('a2')) + start(say('b')),
      seen: ['0 a1', '0 b', '0 a2'],
      ends: 'finished',
    },
    {
      rule: 'who wakes at the same moment goes on in the order of falling asleep',
      source: start(wait(1) + say('a')) + start(wait(1) + say('b')),
      seen: ['1 a', '1 b'],
      ends: 'finished',
    },
    {
      rule: 'a loop of waits of nothing goes on with the time, and can be stopped',
      source: `let n = 0; ${start(`for (;;) { if ($due()) yield; n += 1; ${wait(0)} }`)} ${start(`${wait(1)} $print(n > 10);`)}`,
      duration: 2,
      seen: ['1 true'],
      ends: 'stopped',
    },
  ],
  Fairness: [
    {
      rule: 'an endless loop without a wait leaves the others their turns',
      source: start('for (;;) { if ($due()) yield; }') + start(`${wait(1)} ${say('here')}`),
      duration: 1.5,
      seen: ['1 here'],
      ends: 'stopped',
    },
    {
      rule: 'what comes from outside is heard beside an endless loop',
      source: start('for (;;) { if ($due()) yield; }') + key('a', say('a')) + pressed(say('pressed')),
      presses: [0.5],
      keys: [{ at: 1_000_000, key: 'a' }],
      duration: 1.5,
      seen: ['0.5 pressed', '1 a'],
      ends: 'stopped',
    },
  ],
  'The end': [
    {
      rule: 'a program whose stacks are done is over',
      source: start(say('a')),
      seen: ['0 a'],
      ends: 'finished',
    },
    {
      rule: 'a program with a hat for a part, a key or a beat goes on until it is stopped',
      source: pressed(say('pressed')),
      seen: [],
      ends: 'stopped',
    },
    {
      rule: 'an error of one stack ends all',
      source: start(`${wait(1)} missing();`) + start(`for (;;) { ${say('tick')} ${wait(0.6)} }`),
      seen: ['0 tick', '0.6 tick'],
      ends: 'name-unknown',
    },
  ],
  Variables: [
    {
      rule: 'belong to all stacks',
      source: `let n = 0; ${start(`n = 1; ${wait(1)} $print(n);`)} ${start('n += 10;')}`,
      seen: ['1 11'],
      ends: 'finished',
    },
  ],
  Output: [
    {
      rule: 'lists are written with commas, numbers without the last of their digits',
      source: start("$print([1, 'a']); $print(0.1 + 0.2);"),
      seen: ['0 1, a', '0 0.3'],
      ends: 'finished',
    },
  ],
};

describe.each(Object.entries(rules))('%s', (_heading, rows) => {
  it.each(rows)(
    '$rule',
    async ({ source, presses = [], keys = [], messages = [], duration = 10, seen: expected, ends }) => {
      const trace = await runKit({
        source,
        inputs: hands(presses),
        keys,
        messages,
        duration: duration * 1_000_000,
      });
      expect(seen(trace)).toEqual(expected);
      expect(ending(trace)).toBe(ends);
    },
  );
});

describe('messages to other Pis', () => {
  const flood = start(
    `for (let i = 0; i < 300; i += 1) { $tell('all', 'go', i); ${wait(0.01)} } ${say('done')}`,
  );

  it('are left out above 10 a second, which the trace says once a second', async () => {
    const trace = await runKit({ source: flood });
    const sent = trace.filter((event) => event.kind === 'sent');
    const unsent = trace.filter((event) => event.kind === 'gap' && event.unsent);
    // 20 at once, and 10 in each of three seconds.
    expect(sent.length).toBeGreaterThanOrEqual(49);
    expect(sent.length).toBeLessThanOrEqual(50);
    expect(unsent.length).toBeGreaterThanOrEqual(3);
    expect(unsent.length).toBeLessThanOrEqual(4);
    const lost = unsent.reduce((sum, event) => sum + (event.kind === 'gap' ? event.dropped : 0), 0);
    expect(sent.length + lost).toBe(300);
  });

  it.each([
    ["'next', 'a', 1.5", { to: 'next', name: 'a', value: 1.5 }],
    ["'all', 'a', 'text'", { to: 'all', name: 'a', value: 'text' }],
    ["'previous', 'a'", { to: 'previous', name: 'a' }],
    ["'nobody', 'a'", { to: 'next', name: 'a' }],
    ["undefined, ''", { to: 'next', name: '' }],
    ["'all', 7, true", { to: 'all', name: '7', value: 'true' }],
    ["'all', 'a', [1, 2]", { to: 'all', name: 'a', value: '1, 2' }],
    ["'all', 'a', NaN", { to: 'all', name: 'a', value: 'NaN' }],
    ["'all', 'a', 1 / 0", { to: 'all', name: 'a', value: 'Infinity' }],
    ["'all', 'a', null", { to: 'all', name: 'a', value: 'null' }],
    ["'all', 'n'.repeat(65), 'v'.repeat(1e6)", { to: 'all', name: 'n'.repeat(64), value: 'v'.repeat(64) }],
    ["'all', 'a', '😀'.repeat(40)", { to: 'all', name: 'a', value: '😀'.repeat(32) }],
  ])('$tell(%s) sends %j', async (args, sent) => {
    const trace = await runKit({ source: start(`$tell(${args});`) });
    const {
      at: _,
      kind: __,
      ...message
    } = trace.find((event) => event.kind === 'sent') ?? { at: 0, kind: 0 };
    expect(message).toEqual(sent);
    expect(ending(trace)).toBe('finished');
  });
});

describe('fairness, in turns instead of seconds', () => {
  it('gives each of three busy stacks a third', async () => {
    const busy = (n: number) => start(`for (;;) { if ($due()) yield; rounds[${n}] += 1; }`);
    const shares = start(
      `${wait(0.5)} const all = rounds[0] + rounds[1] + rounds[2]; for (const one of rounds) $print(Math.round(one * 10 / all));`,
    );
    const trace = await runKit({
      source: `const rounds = [0, 0, 0]; ${[0, 1, 2].map(busy).join('')} ${shares}`,
      duration: 600_000,
    });
    expect(seen(trace)).toEqual(['0.5 3', '0.5 3', '0.5 3']);
  });

  it('lets a stack that woke run in the very next round of a busy one', async () => {
    // A round of the counted pace is 10 ms: whoever waits 20 ms beside a loop is back within two of them.
    const trace = await runKit({
      source:
        start('for (;;) { if ($due()) yield; }') +
        start(`for (let i = 0; i < 20; i += 1) { $do('red', 'toggle'); ${wait(0.02)} }`),
      duration: 1_000_000,
    });
    const edges = trace.flatMap((event) => (event.kind === 'pin' && event.gpio === 18 ? [event.at] : []));
    const gaps = edges.slice(1, 20).map((at, index) => at - (edges[index] ?? 0));
    expect(gaps).toHaveLength(19);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(40_000);
  });
});

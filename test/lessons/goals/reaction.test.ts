import { describe, expect, it } from 'vitest';
import type { GoalCheck } from '../../../lessons/goals/goal-schema.ts';
import { hand, outcome, ran, said, traced, until } from './evidence.ts';

const wait = (seconds: number) => `yield* $wait(${seconds});`;
const forever = (body: string) => `for (;;) { if ($due()) yield; ${body} }`;
const when = (event: string, body: string, part = 'button') =>
  `$on('event', { part: '${part}', event: '${event}' }, '${event}', function* () { ${body} });`;
const on = `$do('red', 'on');`;
const off = `$do('red', 'off');`;
const presses = [
  hand(1, 'button', 'press'),
  hand(1.5, 'button', 'release'),
  hand(4, 'button', 'press'),
  hand(4.5, 'button', 'release'),
];
const check: GoalCheck = {
  kind: 'reaction',
  when: { event: 'button.pressed' },
  then: { red: 'on' },
  within: 0.3,
  times: 2,
};

describe('a reaction', () => {
  it.each<[name: string, program: { body?: string; hats?: string }, outcome: string]>([
    ['of an event', { hats: when('pressed', on + wait(1) + off) }, 'reached'],
    ['for as long as it is pressed', { hats: when('pressed', on) + when('released', off) }, 'reached'],
    [
      'asked for in a loop',
      { body: forever(`if ($read('button', 'pressed')) { ${on} } else { ${off} } ${wait(0.1)}`) },
      'reached',
    ],
    [
      'asked for in a loop without a wait, so fast that events are lost',
      { body: forever(`if ($read('button', 'pressed')) { ${on} } else { ${off} }`) },
      'reached',
    ],
    ['none', { body: forever(wait(1)) }, 'no-reaction'],
    ['of another light', { hats: when('pressed', `$do('amber', 'on');`) }, 'no-reaction'],
    ['none, because the light is always on', { body: on + forever(wait(1)) }, 'already'],
    ['only once, because it stays on', { hats: when('pressed', on) }, 'too-few'],
    ['the wrong way round', { body: on, hats: when('pressed', off) + when('released', on) }, 'already'],
    ['too late', { hats: when('pressed', wait(0.8) + on + wait(0.5) + off) }, 'too-slow'],
    ['too short to see', { hats: when('pressed', on + off) }, 'too-quick'],
    ['to letting go instead', { hats: when('released', on + wait(1) + off) }, 'too-slow'],
  ])('%s', async (_, { body = '', hats = '' }, wanted) => {
    expect(outcome(check, await ran(body, { hats, inputs: presses }))).toBe(wanted);
  });

  it.each([0.2, 0.5, 1, 1.4])('is not seen in a light that blinks by itself, every %s s', async (period) => {
    const blinking = forever(on + wait(period / 2) + off + wait(period / 2));
    for (const then of ['on', 'off'] as const) {
      const asked: GoalCheck = { ...check, times: 1, then: { red: then } };
      expect(outcome(asked, await ran(blinking, { inputs: presses }))).toBe('already');
    }
  });

  it('counts again when what came by itself is over', async () => {
    const signal = on + wait(0.2) + off;
    const program = { hats: when('pressed', on + wait(0.5) + off), inputs: presses };
    expect(outcome({ ...check, times: 1 }, await ran(signal, program))).toBe('reached');
  });

  it('needs somebody who does something', async () => {
    const program = { hats: when('pressed', on + wait(1) + off) };
    expect(outcome(check, await ran('', program))).toBe('input-missing');
    expect(outcome(check, await ran('', { ...program, inputs: presses.slice(0, 2) }))).toBe('too-few');
  });

  it('is awaited for a moment', async () => {
    const late = await ran('', { hats: when('pressed', wait(0.8) + on), inputs: presses });
    expect(outcome(check, until(1.1, late))).toBe('too-few');
    expect(outcome({ ...check, times: 1 }, until(1.1, late))).toBe('too-short');
    expect(outcome({ ...check, times: 1 }, until(1.6, late))).toBe('no-reaction');
    expect(outcome({ ...check, times: 1 }, until(2.5, late))).toBe('too-slow');
  });

  describe('for a time', () => {
    const forOneSecond: GoalCheck = { ...check, times: 1, for: { min: 1, max: 2 } };
    it.each<[name: string, body: string, outcome: string]>([
      ['as asked', on + wait(1.5) + off, 'reached'],
      ['too short', on + wait(0.5) + off, 'too-quick'],
      ['too long', on + wait(2.5) + off, 'too-slow'],
      ['without end', on, 'too-slow'],
    ])('%s', async (_, body, wanted) => {
      expect(outcome(forOneSecond, await ran('', { hats: when('pressed', body), inputs: presses }))).toBe(
        wanted,
      );
    });
  });

  describe('always', () => {
    const always: GoalCheck = { ...check, times: 1, always: true };
    it.each<[name: string, hats: string, outcome: string]>([
      ['each time', when('pressed', on + wait(1) + off), 'reached'],
      [
        'every other time only',
        `let n = 0; ${when('pressed', `n += 1; if (n % 2 === 1) { ${on + wait(1) + off} }`)}`,
        'no-reaction',
      ],
      ['once, and then still so', when('pressed', on), 'reached'],
    ])('%s', async (_, hats, wanted) => {
      expect(outcome(always, await ran('', { hats, inputs: presses }))).toBe(wanted);
    });
  });

  it('is caused by keys, messages, other Pis and conditions, too', async () => {
    const base = { kind: 'reaction', then: { red: 'on' }, within: 0.3 } as const;
    const keyed = await ran('', {
      hats: `$on('key', { key: 'a' }, 'key', function* () { ${on + wait(1) + off} });`,
      keys: [[1, 'a']],
    });
    expect(outcome({ ...base, when: { key: 'a' } }, keyed)).toBe('reached');
    expect(outcome({ ...base, when: { key: 'b' } }, keyed)).toBe('input-missing');

    const near = await ran(
      forever(`if ($read('radar', 'distance') < 20) { ${on} } else { ${off} } ${wait(0.05)}`),
      {
        inputs: [hand(0, 'radar', 'distance', 100), hand(2, 'radar', 'distance', 10)],
      },
    );
    const nearer = { becomes: { 'radar.distance': { max: 20 } } };
    expect(outcome({ ...base, when: nearer }, near)).toBe('reached');
    expect(outcome({ ...base, when: { becomes: { 'radar.distance': { max: 5 } } } }, near)).toBe(
      'input-missing',
    );
    expect(outcome({ ...base, when: { becomes: { green: 'on' } } }, near)).toBe('never');

    const post = traced(
      [
        [1, { kind: 'received', from: 'Ada', name: 'hello' }],
        [1.1, { kind: 'pin', gpio: 18, level: 1 }],
        [2, { kind: 'pin', gpio: 18, level: 0 }],
        [3.5, { kind: 'sent', to: 'next', name: 'bye' }],
        [4, { kind: 'message', name: 'go' }],
      ],
      6,
    );
    expect(outcome({ ...base, when: { received: 'hello' } }, post)).toBe('reached');
    expect(outcome({ ...base, when: { received: 'bye' } }, post)).toBe('input-missing');
    expect(outcome({ ...base, when: { sent: 'bye' } }, post)).toBe('no-reaction');
    expect(outcome({ ...base, when: { sent: 'hello' } }, post)).toBe('never');
    expect(outcome({ ...base, when: { message: 'go' } }, post)).toBe('no-reaction');
    expect(outcome({ ...base, when: { message: 'stop' } }, post)).toBe('never');
  });

  it('says what was seen', async () => {
    expect(said(check, await ran('', { hats: when('pressed', on) }))).toEqual([
      'Du hast den Taster noch nicht gedrückt.',
      'You have not pressed the button yet.',
    ]);
    expect(said(check, await ran(forever(wait(1)), { inputs: presses }))).toEqual([
      'Nach „Taster gedrückt“ kam nicht innerhalb von 0,3 s: rote LED an.',
      'After “button pressed”, this did not happen within 0.3 s: red LED on.',
    ]);
    expect(said(check, await ran(on + forever(wait(1)), { inputs: presses }))).toEqual([
      'Vor „Taster gedrückt“ war es schon so: rote LED an.',
      'Before “button pressed”, it was so already: red LED on.',
    ]);
    const blinking = forever(off + wait(0.3) + on + wait(0.2));
    expect(said({ ...check, when: { key: 'a' } }, await ran(blinking, { keys: [[3.1, 'a']] }))).toEqual([
      'Das passiert auch ohne „Taste A“: rote LED an.',
      'This happens without “key A”, too: red LED on.',
    ]);
  });
});

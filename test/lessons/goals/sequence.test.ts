import { describe, expect, it } from 'vitest';
import type { GoalCheck } from '../../../lessons/goals/goal-schema.ts';
import { outcome, ran, said, until } from './evidence.ts';

const wait = (seconds: number) => `yield* $wait(${seconds});`;
const forever = (body: string) => `for (;;) { if ($due()) yield; ${body} }`;
const set = (lights: string) =>
  ['red', 'amber', 'green']
    .map((id) => `$do('${id}', '${lights.includes(id[0]!) ? 'on' : 'off'}');`)
    .join('');
const lights = (is: string) =>
  ({
    red: is.includes('r') ? 'on' : 'off',
    amber: is.includes('a') ? 'on' : 'off',
    green: is.includes('g') ? 'on' : 'off',
  }) as const;

const trafficLight: GoalCheck = {
  kind: 'sequence',
  states: [
    { is: lights('r'), for: { min: 1 } },
    { is: lights('ra') },
    { is: lights('g'), for: { min: 1 } },
    { is: lights('a'), for: { max: 1 } },
  ],
};
const twice: GoalCheck = { ...trafficLight, rounds: 2 };
const phases = (...all: [string, number][]) => all.map(([is, seconds]) => set(is) + wait(seconds)).join('\n');
const right: [string, number][] = [
  ['r', 1.2],
  ['ra', 0.5],
  ['g', 1.2],
  ['a', 0.5],
];

describe('states in an order', () => {
  it.each<[name: string, check: GoalCheck, body: string, outcome: string]>([
    ['a traffic light', trafficLight, forever(phases(...right)), 'reached'],
    [
      'one that begins elsewhere',
      trafficLight,
      forever(phases(['g', 1.2], ['a', 0.5], ['r', 1.2], ['ra', 0.5])),
      'reached',
    ],
    ['two rounds', twice, forever(phases(...right)), 'reached'],
    ['one round where two are asked for', twice, phases(...right, ['r', 2]), 'too-few'],
    ['one round and the end', trafficLight, phases(...right), 'reached'],
    [
      'a light that is left on for no time is no state',
      trafficLight,
      forever(`${phases(...right)}$do('green', 'on');`),
      'reached',
    ],
    ['no lights', trafficLight, wait(5), 'never'],
    [
      'another order',
      trafficLight,
      forever(phases(['r', 1.2], ['a', 0.5], ['g', 1.2], ['ra', 0.5])),
      'wrong-order',
    ],
    [
      'red stays on',
      trafficLight,
      forever(phases(['r', 1.2], ['ra', 0.5], ['rg', 1.2], ['a', 0.5])),
      'wrong-order',
    ],
    [
      'dark in between',
      trafficLight,
      forever(phases(['r', 1.2], ['', 0.5], ['ra', 0.5], ['g', 1.2], ['a', 0.5])),
      'wrong-order',
    ],
    [
      'red too shortly',
      trafficLight,
      forever(phases(['r', 0.4], ['ra', 0.5], ['g', 1.2], ['a', 0.5])),
      'too-quick',
    ],
    [
      'amber too long',
      trafficLight,
      forever(phases(['r', 1.2], ['ra', 0.5], ['g', 1.2], ['a', 1.5])),
      'too-slow',
    ],
    [
      'waits missing',
      trafficLight,
      forever(phases(['r', 1.2], ['ra', 0], ['g', 1.2], ['a', 0.5])),
      'wrong-order',
    ],
    ['all waits missing', trafficLight, phases(['r', 0], ['ra', 0], ['g', 0], ['a', 0]), 'too-quick'],
    ['stops half way', trafficLight, phases(['r', 1.2], ['ra', 0.5]), 'too-few'],
    ['fails half way', trafficLight, `${phases(['r', 1.2], ['ra', 0.5])}nothing();`, 'program-failed'],
  ])('%s', async (_, check, body, wanted) => {
    expect(outcome(check, await ran(body, { seconds: 12 }))).toBe(wanted);
  });

  const offAgain: GoalCheck = {
    kind: 'sequence',
    states: [{ is: { red: 'on' } }, { is: { red: 'off' }, for: { min: 0.1 } }],
  };

  it.each<[name: string, body: string, outcome: string]>([
    ['on and off', `$do('red', 'on');${wait(1)}$do('red', 'off');${wait(1)}`, 'reached'],
    ['on for ever', `$do('red', 'on');${forever(wait(1))}`, 'never-off'],
    ['on, and off by the end', `$do('red', 'on');${wait(1)}`, 'never-off'],
    ['on for no time', `$do('red', 'on');`, 'too-quick'],
    ['off for no time', forever(`$do('red', 'on');${wait(1)}$do('red', 'off');`), 'too-quick'],
    ['never on', wait(2), 'never'],
  ])('a light %s', async (_, body, wanted) => {
    expect(outcome(offAgain, await ran(body))).toBe(wanted);
  });

  it('lets a state that goes on reach over the beginning of the next', async () => {
    const check: GoalCheck = {
      kind: 'sequence',
      states: [{ is: { red: 'on' } }, { is: { red: 'on', amber: 'on' } }, { is: { green: 'on' } }],
    };
    expect(outcome(check, await ran(phases(['r', 1], ['ra', 1], ['g', 1])))).toBe('reached');
    expect(outcome(check, await ran(phases(['r', 1], ['g', 1], ['ra', 1])))).toBe('wrong-order');
  });

  it('waits while the program is on its way', async () => {
    const whole = await ran(forever(phases(...right)), { seconds: 12 });
    expect([0.1, 0.5, 1.4, 2, 3.2, 3.5].map((at) => outcome(trafficLight, until(at, whole)))).toEqual([
      'too-short',
      'too-short',
      'too-short',
      'too-short',
      'too-short',
      'reached',
    ]);
  });

  it('says what was seen', async () => {
    const check: GoalCheck = {
      kind: 'sequence',
      states: [{ is: { red: 'on' } }, { is: { green: 'on' }, for: { min: 1 } }],
    };
    expect(said(check, await ran(phases(['r', 1], ['a', 1], ['g', 1])))).toEqual([
      'Nach „rote LED an“ kam etwas anderes. Gesucht ist: grüne LED an.',
      'After “red LED on”, something else came. Wanted: green LED on.',
    ]);
    expect(said(check, await ran(forever(phases(['r', 1], ['g', 0.5]))))).toEqual([
      'Grüne LED an: Das war nur 0,5 s lang so, gesucht sind mindestens 1 s.',
      'Green LED on: this lasted only 0.5 s; it should be at least 1 s.',
    ]);
    expect(said(twice, await ran(phases(...right), { seconds: 12 }))[0]).toBe(
      'Die Reihenfolge stimmt, bis jetzt einmal. Gesucht: 2-mal hintereinander.',
    );
  });
});

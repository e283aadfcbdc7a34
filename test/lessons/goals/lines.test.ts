import { describe, expect, it } from 'vitest';
import type { GoalCheck } from '../../../lessons/goals/goal-schema.ts';
import { hand, outcome, ran, said, traced } from './evidence.ts';

const wait = (seconds: number) => `yield* $wait(${seconds});`;
const forever = (body: string) => `for (;;) { if ($due()) yield; ${body} }`;
const prints = (more: Partial<Extract<GoalCheck, { kind: 'prints' }>>): GoalCheck => ({
  kind: 'prints',
  ...more,
});

describe('lines in the console', () => {
  it.each<[name: string, check: GoalCheck, body: string, outcome: string]>([
    ['some', prints({}), `$print('hi');`, 'reached'],
    ['none', prints({}), wait(1), 'never'],
    ['twice', prints({ times: 2 }), `$print('hi'); $print('hi');`, 'reached'],
    ['once only', prints({ times: 2 }), `$print('hi');`, 'too-few'],
    ['with a text', prints({ text: 'hallo' }), `$print('Na, Hallo!');`, 'reached'],
    ['with another text', prints({ text: 'hallo' }), `$print('Tschüs');`, 'wrong-value'],
    ['with numbers', prints({ numbers: [1, 2, 3] }), `for (const n of [0, 1, 2, 3]) $print(n);`, 'reached'],
    [
      'with numbers within text',
      prints({ numbers: [105, 110.25], tolerance: 0.01 }),
      `$print('Jahr 1: 105,00 €'); $print('---'); $print('Jahr 2: 110.25 €');`,
      'reached',
    ],
    [
      'with a number that is wrong',
      prints({ numbers: [1, 2, 3] }),
      `for (const n of [1, 2, 4]) $print(n);`,
      'wrong-value',
    ],
    [
      'with a number that is missing',
      prints({ numbers: [1, 2, 3] }),
      `for (const n of [1, 2]) $print(n);`,
      'too-few',
    ],
    ['without a number', prints({ numbers: [1, 2, 3] }), `$print('drei');`, 'wrong-value'],
    [
      'every second',
      prints({ times: 3, every: { min: 0.8, max: 1.2 } }),
      forever(`$print('tick'); ${wait(1)}`),
      'reached',
    ],
    [
      'too fast',
      prints({ times: 3, every: { min: 0.8, max: 1.2 } }),
      forever(`$print('tick'); ${wait(0.3)}`),
      'too-quick',
    ],
    [
      'too slow',
      prints({ times: 3, every: { min: 0.8, max: 1.2 } }),
      forever(`$print('tick'); ${wait(2)}`),
      'too-slow',
    ],
  ])('%s', async (_, check, body, wanted) => {
    expect(outcome(check, await ran(body))).toBe(wanted);
  });

  const near = prints({ near: 'weather.temperature', tolerance: 0.5, times: 3 });
  const warm = [hand(0, 'weather', 'temperature', 20), hand(3, 'weather', 'temperature', 28)];

  it.each<[name: string, body: string, outcome: string]>([
    ['what is measured', forever(`$print($read('weather', 'temperature')); ${wait(1)}`), 'reached'],
    [
      'what is measured, in a sentence',
      forever(`$print('Es sind ' + $read('weather', 'temperature') + ' Grad'); ${wait(1)}`),
      'reached',
    ],
    ['another value', forever(`$print($read('weather', 'humidity')); ${wait(1)}`), 'wrong-value'],
    ['no value', forever(`$print('warm'); ${wait(1)}`), 'wrong-value'],
    ['once', `$print($read('weather', 'temperature')); ${wait(2)}`, 'too-few'],
  ])('with %s', async (_, body, wanted) => {
    expect(outcome(near, await ran(body, { inputs: warm }))).toBe(wanted);
  });

  it('says what was seen', async () => {
    expect(said(prints({ text: 'hallo' }), await ran(`$print('Tschüs');`))).toEqual([
      'Gesucht ist eine Zeile mit „hallo“. Zuletzt stand da: „Tschüs“.',
      'There should be a line with “hallo”. The last one was: “Tschüs”.',
    ]);
    expect(said(prints({ numbers: [1, 2, 3] }), await ran(`$print(1);`))).toEqual([
      '1 von 3 Zahlen stimmt schon. Als Nächstes fehlt 2.',
      '1 of 3 numbers is right. Next comes 2.',
    ]);
  });

  it('does not speak of 0 s between lines', async () => {
    const hasty = prints({ times: 3, every: { min: 0.8 } });
    expect(said(hasty, await ran(`for (const n of [1, 2, 3]) $print(n);`))).toEqual([
      'Die Zeilen kamen ohne Pause. Gesucht sind mindestens 0,8 s dazwischen.',
      'The lines came without a break. There should be at least 0.8 s between them.',
    ]);
  });
});

describe('messages between Pis', () => {
  const sent = { kind: 'sent', to: 'next', name: 'ping' } as const;
  const received = { kind: 'received', from: 'Ada', name: ' ping ' } as const;
  it.each<[name: string, check: GoalCheck, evidence: ReturnType<typeof traced>, outcome: string]>([
    ['sent', { kind: 'sends', name: 'ping' }, traced([[1, sent]]), 'reached'],
    ['not sent', { kind: 'sends', name: 'pong' }, traced([[1, sent]]), 'never'],
    ['sent once only', { kind: 'sends', name: 'ping', times: 2 }, traced([[1, sent]]), 'too-few'],
    ['received', { kind: 'receives', name: 'ping' }, traced([[1, received]]), 'reached'],
    ['not received', { kind: 'receives', name: 'ping' }, traced([[1, sent]]), 'input-missing'],
    ['received once only', { kind: 'receives', name: 'ping', times: 2 }, traced([[1, received]]), 'too-few'],
  ])('%s', (_, check, evidence, wanted) => {
    expect(outcome(check, evidence)).toBe(wanted);
  });
});

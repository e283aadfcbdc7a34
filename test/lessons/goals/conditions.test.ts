import { describe, expect, it } from 'vitest';
import type { GoalCheck } from '../../../lessons/goals/goal-schema.ts';
import { hand, outcome, pictures, ran, red, said, traced, until } from './evidence.ts';

const wait = (seconds: number) => `yield* $wait(${seconds});`;
const forever = (body: string) => `for (;;) { if ($due()) yield; ${body} }`;
const on = `$do('red', 'on');`;
const off = `$do('red', 'off');`;

describe('something that is reached', () => {
  const lit: GoalCheck = { kind: 'reached', is: { red: 'on' }, for: { min: 1, max: 2 } };

  it.each<[name: string, body: string, outcome: string]>([
    ['for as long as asked', on + wait(1.5) + off + wait(1), 'reached'],
    ['until the program comes to its own end', on + wait(1.5), 'reached'],
    ['never', wait(2), 'never'],
    ['for no time', on, 'too-quick'],
    ['too short', on + wait(0.5) + off + wait(1), 'too-quick'],
    ['too long', on + wait(3), 'too-slow'],
    ['without end', on + forever(wait(1)), 'too-slow'],
  ])('%s', async (_, body, wanted) => {
    expect(outcome(lit, await ran(body))).toBe(wanted);
  });

  it('tells nothing of what the hand that stops the program cuts off', async () => {
    expect(outcome(lit, await ran(on + forever(wait(1)), { seconds: 1.5 }))).toBe('too-short');
    expect(outcome(lit, await ran(on + forever(wait(1)), { seconds: 0.5 }))).toBe('too-short');
  });

  it('counts what goes on, when only its least is asked for', async () => {
    const least: GoalCheck = { kind: 'reached', is: { red: 'on' }, for: { min: 1 } };
    const program = await ran(on + forever(wait(1)));
    expect([0.5, 1.1].map((at) => outcome(least, until(at, program)))).toEqual(['too-short', 'reached']);
  });

  it('is about several signals at the same time', async () => {
    const both: GoalCheck = { kind: 'reached', is: { red: 'on', button: true } };
    const program = on + wait(1) + off + forever(wait(1));
    expect(outcome(both, await ran(program, { inputs: [hand(0.5, 'button', 'press')] }))).toBe('reached');
    expect(outcome(both, await ran(program, { inputs: [hand(1.5, 'button', 'press')] }))).toBe('never');
  });

  it('asks for the hand, when it is about inputs only', async () => {
    const near: GoalCheck = { kind: 'reached', is: { 'radar.distance': { max: 10 } } };
    expect(outcome(near, await ran(forever(wait(1))))).toBe('input-missing');
    expect(said(near, await ran(forever(wait(1))))).toEqual([
      'Probier es aus! Das war noch nie so: Abstand höchstens 10 cm.',
      'Try it out! This has not happened yet: distance at most 10 cm.',
    ]);
    const inputs = [hand(0, 'radar', 'distance', 5)];
    expect(outcome(near, await ran(forever(wait(1)), { inputs }))).toBe('reached');
  });

  it.each<[name: string, is: Record<string, unknown>, body: string, outcome: string]>([
    ['a tone', { song: 'on' }, `$do('song', 'tone', 440); ${wait(1)}`, 'reached'],
    ['a pitch', { 'song.hertz': { min: 430, max: 450 } }, `$do('song', 'tone', 440); ${wait(1)}`, 'reached'],
    [
      'another pitch',
      { 'song.hertz': { min: 430, max: 450 } },
      `$do('song', 'tone', 880); ${wait(1)}`,
      'never',
    ],
    ['an angle', { 'arm.angle': { min: 80, max: 100 } }, `$do('arm', 'turn', 90); ${wait(1)}`, 'reached'],
    ['no angle before the first', { 'arm.angle': 90 }, wait(1), 'never'],
    ['a colour', { 'lamp.colour': '#FF0000' }, `$do('lamp', 'on', '#ff0000'); ${wait(1)}`, 'reached'],
    ['any colour', { lamp: 'on' }, `$do('lamp', 'on', '#ff0000'); ${wait(1)}`, 'reached'],
    ['black is no light', { lamp: 'on' }, `$do('lamp', 'on', '#000000'); ${wait(1)}`, 'never'],
    ['a brightness', { 'red.brightness': 30 }, `$do('red', 'brightness', 30); ${wait(1)}`, 'reached'],
    ['full brightness', { 'red.brightness': 100 }, on + wait(1), 'reached'],
    ['a switch', { gate: 'off' }, wait(1), 'reached'],
  ])('%s', async (_, is, body, wanted) => {
    const check = { kind: 'reached', is } as GoalCheck;
    expect(outcome(check, await ran(body))).toBe(wanted);
  });

  it.each<[name: string, is: Record<string, unknown>, body: string, outcome: string]>([
    [
      'a display',
      { 'lcd.picture': 'hallo welt' },
      `$do('lcd', 'write', 1, 'Hallo  Welt!'); ${wait(1)}`,
      'reached',
    ],
    ['another text', { 'lcd.picture': 'hallo' }, `$do('lcd', 'write', 1, 'Welt'); ${wait(1)}`, 'never'],
    [
      'lights of a strip',
      { 'chain.lit': 2 },
      `$do('chain', 'pixel', 0, '#ff0000'); $do('chain', 'pixel', 2, '#00ff00'); ${wait(1)}`,
      'reached',
    ],
    [
      'the place of the only light',
      { 'chain.place': 3 },
      `$do('chain', 'pixel', 2, '#ff0000'); ${wait(1)}`,
      'reached',
    ],
    ['colours of a strip', { 'chain.colours': 1 }, `$do('chain', 'fill', '#ff0000'); ${wait(1)}`, 'reached'],
    [
      'a strip that is dark again at once',
      { chain: 'on' },
      `$do('chain', 'fill', '#ff0000'); $do('chain', 'off'); ${wait(1)}`,
      'too-quick',
    ],
  ])('%s', async (_, is, body, wanted) => {
    expect(outcome({ kind: 'reached', is } as GoalCheck, await ran(body, { on: pictures }))).toBe(wanted);
  });

  it('knows what was pressed before the program began', () => {
    const pressed: GoalCheck = { kind: 'reached', is: { button: 'on' }, for: { min: 1 } };
    expect(outcome(pressed, traced([[2, { kind: 'event', part: 'button', event: 'released' }]]))).toBe(
      'reached',
    );
    expect(outcome(pressed, traced([[2, red(1)]]))).toBe('input-missing');
  });

  it('is unknown where events were lost', () => {
    const dark: GoalCheck = { kind: 'reached', is: { red: 'off' }, for: { min: 1.5 } };
    expect(
      outcome(
        dark,
        traced(
          [
            [2, red(1)],
            [3, red(0)],
          ],
          4,
        ),
      ),
    ).toBe('reached');
    expect(
      outcome(
        dark,
        traced(
          [
            [0.5, red(0)],
            [1, { kind: 'gap', dropped: 1 }],
            [2, red(1)],
          ],
          4,
        ),
      ),
    ).not.toBe('reached');
  });
});

describe('something that never is', () => {
  const never: GoalCheck = { kind: 'never', is: { red: 'on', green: 'on' } };

  it.each<[name: string, body: string, outcome: string]>([
    ['is not', forever(on + wait(0.5) + off + wait(0.5)), 'reached'],
    ['is only for a blink', forever(`$do('green', 'on'); ${on}${off} ${wait(0.5)}`), 'reached'],
    ['is', `${wait(1)}${on}$do('green', 'on'); ${wait(3)}`, 'forbidden'],
    ['cannot be told of a short program', on + wait(1), 'too-short'],
  ])('%s', async (_, body, wanted) => {
    expect(outcome(never, await ran(body))).toBe(wanted);
  });

  it('says when it was', async () => {
    expect(said(never, await ran(`${wait(1)}${on}$do('green', 'on'); ${wait(3)}`))).toEqual([
      'Das soll nie so sein: rote LED an und grüne LED an. Nach 1 s war es so.',
      'This should never be so: red LED on and green LED on. After 1 s it was.',
    ]);
  });
});

describe('something that holds while something else does', () => {
  const check: GoalCheck = { kind: 'while', when: { button: 'on' }, then: { red: 'on' } };
  const press = [hand(1, 'button', 'press'), hand(4, 'button', 'release')];
  const follow = forever(`if ($read('button', 'pressed')) { ${on} } else { ${off} } ${wait(0.1)}`);

  it.each<[name: string, body: string, inputs: ReturnType<typeof hand>[], outcome: string]>([
    ['does', follow, press, 'reached'],
    [
      'has time to begin',
      forever(`if ($read('button', 'pressed')) { ${on} } else { ${off} } ${wait(0.25)}`),
      press,
      'reached',
    ],
    ['does not', forever(wait(1)), press, 'wrong-value'],
    [
      'does the other way round',
      forever(`if ($read('button', 'pressed')) { ${off} } else { ${on} } ${wait(0.1)}`),
      press,
      'wrong-value',
    ],
    [
      'begins too late',
      forever(`if ($read('button', 'pressed')) { ${wait(1)} ${on} } else { ${off} } ${wait(0.1)}`),
      press,
      'wrong-value',
    ],
    ['was not tried', follow, [], 'input-missing'],
    [
      'was tried too shortly',
      follow,
      [hand(1, 'button', 'press'), hand(1.2, 'button', 'release')],
      'too-short',
    ],
  ])('%s', async (_, body, inputs, wanted) => {
    expect(outcome(check, await ran(body, { inputs }))).toBe(wanted);
  });

  it('says what was seen', async () => {
    expect(said(check, await ran(forever(wait(1)), { inputs: press }))).toEqual([
      'Bei „Taster gedrückt“ soll gelten: rote LED an. Das war nicht immer so.',
      'When “button pressed”, this should be so: red LED on. It was not always.',
    ]);
  });
});

describe('checks together', () => {
  const lit = (part: string): GoalCheck => ({ kind: 'reached', is: { [part]: 'on' }, for: { min: 1 } });
  const program = `${on}${wait(2)}$do('amber', 'on'); ${wait(0.3)}`;
  const of = [lit('red'), lit('amber'), lit('green')];

  it.each<[name: string, check: GoalCheck, outcome: string]>([
    ['all of them', { kind: 'all', of }, 'too-quick'],
    ['all that are reached', { kind: 'all', of: [lit('red'), lit('red')] }, 'reached'],
    ['any of them', { kind: 'any', of }, 'reached'],
    ['any: says what came nearest', { kind: 'any', of: [lit('green'), lit('amber')] }, 'too-quick'],
    ['one of three', { kind: 'threshold', count: 1, of }, 'reached'],
    ['two of three', { kind: 'threshold', count: 2, of }, 'too-quick'],
    ['one within the other', { kind: 'all', of: [lit('red'), { kind: 'any', of }] }, 'reached'],
  ])('%s', async (_, check, wanted) => {
    expect(outcome(check, await ran(program))).toBe(wanted);
  });

  it('nothing is reached before something runs', () => {
    const nothing = { ...traced([]), trace: [], now: 0 };
    expect(outcome({ kind: 'all', of }, nothing)).toBe('too-short');
    expect(said(lit('red'), nothing)).toEqual(['Starte dein Programm.', 'Start your program.']);
  });
});

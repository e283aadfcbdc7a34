import { describe, expect, it } from 'vitest';
import type { GoalCheck } from '../../../lessons/goals/goal-schema.ts';
import { hand, outcome, ran, red, said, traced, until } from './evidence.ts';

const blinks: GoalCheck = {
  kind: 'pulses',
  part: 'red',
  times: 3,
  on: { min: 0.3, max: 3 },
  off: { min: 0.3, max: 3 },
};
const on = `$do('red', 'on');`;
const off = `$do('red', 'off');`;
const wait = (seconds: number) => `yield* $wait(${seconds});`;
const forever = (body: string) => `for (;;) { if ($due()) yield; ${body} }`;

describe('a part that goes on and off', () => {
  it.each<[name: string, body: string, outcome: string]>([
    ['blinks', forever(on + wait(0.5) + off + wait(0.5)), 'reached'],
    [
      'blinks three times, the last time without a wait',
      `for (let i = 0; i < 3; i++) { ${on + wait(0.5) + off + wait(0.5)} }`,
      'reached',
    ],
    ['blinks by toggling', forever(`$do('red', 'toggle');${wait(0.5)}`), 'reached'],
    [
      'blinks dimly',
      forever(`$do('red', 'brightness', 30);${wait(0.5)}$do('red', 'brightness', 0);${wait(0.5)}`),
      'reached',
    ],
    ['is on at the edge of what is asked', forever(on + wait(0.3) + off + wait(0.3)), 'reached'],
    ['is never touched', wait(5), 'never'],
    ['is another part', forever(`$do('amber', 'on');${wait(0.5)}$do('amber', 'off');${wait(0.5)}`), 'never'],
    ['is always on', forever(on + wait(1)), 'never-off'],
    ['is on until the program is over', on + wait(4), 'never-off'],
    ['is off for no time', forever(on + wait(0.5) + off), 'too-quick'],
    ['is on for no time', forever(on + off + wait(0.5)), 'too-quick'],
    ['flickers', forever(on + wait(0.01) + off + wait(0.01)), 'too-quick'],
    ['is on too shortly', forever(on + wait(0.1) + off + wait(0.5)), 'too-quick'],
    ['is off too shortly', forever(on + wait(0.5) + off + wait(0.1)), 'too-quick'],
    ['is on too long', forever(on + wait(3.5) + off + wait(0.5)), 'too-slow'],
    ['blinks twice', `for (let i = 0; i < 2; i++) { ${on + wait(0.5) + off + wait(0.5)} }`, 'too-few'],
    [
      'blinks twice, is on once more and switched off by the end alone',
      `for (let i = 0; i < 2; i++) { ${on + wait(0.5) + off + wait(0.5)} } ${on + wait(0.5)}`,
      'too-few',
    ],
    ['blinks, but the program fails', `${on + wait(0.5) + off} nothing();`, 'program-failed'],
  ])('%s', async (_, body, wanted) => {
    expect(outcome(blinks, await ran(body))).toBe(wanted);
  });

  it('counts a last pulse that the program ended right before its own end', async () => {
    const thrice = `for (let i = 0; i < 3; i++) { ${on + wait(0.5) + off} if (i < 2) { ${wait(0.5)} } }`;
    expect(outcome(blinks, await ran(thrice))).toBe('reached');
  });

  it('does not count what the hand that stops the program switches off', async () => {
    const program = forever(on + wait(0.5) + off + wait(0.5));
    // Stopped after 2.25 s: two pulses are whole, the third is cut off.
    expect(outcome(blinks, await ran(program, { seconds: 2.25 }))).toBe('too-few');
  });

  it('stays reached when more comes', async () => {
    const whole = await ran(forever(on + wait(0.5) + off + wait(0.5)));
    const outcomes = [0.2, 1.2, 2.2, 2.6, 5].map((seconds) => outcome(blinks, until(seconds, whole)));
    expect(outcomes).toEqual(['too-short', 'too-few', 'too-few', 'reached', 'reached']);
  });

  it('starts again after a pulse that does not fit', async () => {
    const uneven = [0.5, 0.5, 5, 0.5, 0.5, 0.5]
      .map((seconds) => on + wait(seconds) + off + wait(0.5))
      .join('\n');
    expect(outcome(blinks, until(7.4, await ran(uneven, { seconds: 20 })))).toBe('too-slow');
    expect(outcome(blinks, await ran(uneven, { seconds: 20 }))).toBe('reached');
  });

  it('does not count a pulse in which events were lost for longer than a blink', () => {
    const pulse = (from: number): [number, ReturnType<typeof red>][] => [
      [from, red(1)],
      [from + 0.5, red(0)],
    ];
    const lost = { kind: 'gap', dropped: 9 } as const;
    expect(outcome(blinks, traced([...pulse(1), ...pulse(2), ...pulse(3)]))).toBe('reached');
    expect(outcome(blinks, traced([...pulse(1), [2, red(1)], [2.2, lost], [2.4, red(0)], ...pulse(3)]))).toBe(
      'too-few',
    );
    expect(
      outcome(blinks, traced([...pulse(1), [2, red(1)], [2.03, lost], [2.5, red(0)], ...pulse(3)])),
    ).toBe('reached');
  });

  it('counts a pulse in which messages to other Pis were too many to be sent', () => {
    const unsent = { kind: 'gap', dropped: 9, unsent: true } as const;
    expect(
      outcome(
        blinks,
        traced(
          [1, 2, 3].flatMap((at) => [
            [at, red(1)],
            [at + 0.3, unsent],
            [at + 0.5, red(0)],
          ]),
        ),
      ),
    ).toBe('reached');
  });

  it('takes the trace from where it is known', () => {
    const { trace, ...rest } = traced(
      [1, 2, 3, 4].flatMap(
        (at) =>
          [
            [at, red(1)],
            [at + 0.5, red(0)],
          ] as [number, ReturnType<typeof red>][],
      ),
    );
    // The first event says that it went off: since when it was on, nobody knows.
    expect(outcome(blinks, { ...rest, trace: trace.slice(2) })).toBe('reached');
    expect(outcome(blinks, { ...rest, trace: trace.slice(4) })).toBe('too-few');
  });

  describe('while something else holds', () => {
    const alarm: GoalCheck = { ...blinks, times: 2, on: { min: 0.1 }, off: {}, during: { button: 'on' } };
    const press = [hand(2, 'button', 'press'), hand(6, 'button', 'release')];

    it.each<[string, string, string]>([
      ['blinks all the time', forever(on + wait(0.4) + off + wait(0.4)), 'reached'],
      [
        'blinks at other times only',
        forever(`if (!$read('button', 'pressed')) { ${on + wait(0.4) + off} } ${wait(0.4)}`),
        'never',
      ],
    ])('%s', async (_, body, wanted) => {
      expect(outcome(alarm, await ran(body, { inputs: press }))).toBe(wanted);
    });

    it('asks for the hand first', async () => {
      const program = forever(on + wait(0.4) + off + wait(0.4));
      expect(outcome(alarm, await ran(program))).toBe('input-missing');
    });

    it('says when it was too short, and does not speak of other times', async () => {
      const longer: GoalCheck = { ...alarm, on: { min: 0.6 } };
      const pressed = (then: string, otherwise: string) =>
        forever(`if ($read('button', 'pressed')) { ${then} } else { ${otherwise} }`);
      const short = on + wait(0.4) + off + wait(0.4);
      const long = on + wait(0.8) + off + wait(0.4);
      expect(said(longer, await ran(pressed(short, long), { inputs: press }))).toEqual([
        'Bei „Taster gedrückt“ war die rote LED 0,4 s an. Sie soll mindestens 0,6 s an sein.',
        'When “button pressed”, the red LED was on for 0.4 s. It should be on for at least 0.6 s.',
      ]);
      expect(outcome(longer, await ran(pressed(long, short), { inputs: press }))).toBe('reached');
      expect(outcome(longer, await ran(pressed(wait(0.4), short), { inputs: press }))).toBe('never');
    });
  });

  it('says what was seen', async () => {
    const sentences = async (body: string) => said(blinks, await ran(body));
    expect(await sentences(forever(on + wait(1)))).toEqual([
      'Die rote LED ging an, blieb aber an.',
      'The red LED went on, but stayed on.',
    ]);
    expect(await sentences(on + wait(3))).toEqual([
      'Die rote LED ging an, blieb aber an, bis dein Programm zu Ende war.',
      'The red LED went on, but stayed on until your program was over.',
    ]);
    expect(await sentences(forever(on + wait(0.2) + off + wait(0.5)))).toEqual([
      'Die rote LED war 0,2 s an. Sie soll mindestens 0,3 s an sein.',
      'The red LED was on for 0.2 s. It should be on for at least 0.3 s.',
    ]);
    expect(await sentences(wait(2))).toEqual([
      'Die rote LED war noch nie an.',
      'The red LED has not been on yet.',
    ]);
    expect(await sentences(on + wait(0.5) + off + wait(0.5))).toEqual([
      'Bis jetzt ist die rote LED einmal an- und wieder ausgegangen, gesucht: 3-mal.',
      'So far the red LED went on and off once; wanted: 3 times.',
    ]);
    const beeps: GoalCheck = { ...blinks, part: 'buzzer' };
    const beep = `$do('buzzer', 'on');${wait(0.1)}$do('buzzer', 'off');${wait(0.5)}`;
    expect(said(beeps, await ran(forever(beep)))[0]).toBe(
      'Der Summer war 0,1 s an. Er soll mindestens 0,3 s an sein.',
    );
  });
});

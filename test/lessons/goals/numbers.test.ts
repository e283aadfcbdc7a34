import { describe, expect, it } from 'vitest';
import { partsDe } from '../../../lessons/blocks/messages/parts-de.ts';
import { partsEn } from '../../../lessons/blocks/messages/parts-en.ts';
import { hertzOf } from '../../../lessons/blocks/note-field.ts';
import type { GoalCheck } from '../../../lessons/goals/goal-schema.ts';
import { toneText } from '../../../lessons/goals/words/tone-words.ts';
import { hand, outcome, pictures, ran, said } from './evidence.ts';

const wait = (seconds: number) => `yield* $wait(${seconds});`;
const forever = (body: string) => `for (;;) { if ($due()) yield; ${body} }`;
const dim = (from: number, to: number, step: number, pause: number) =>
  `for (let i = ${from}; ${step > 0 ? `i <= ${to}` : `i >= ${to}`}; i += ${step}) { $do('red', 'brightness', i); ${wait(pause)} }`;

describe('a ramp', () => {
  const up: GoalCheck = { kind: 'ramp', signal: 'red.brightness', from: 0, to: 100, levels: 10 };
  const down: GoalCheck = { ...up, from: 100, to: 0 };

  it.each<[name: string, check: GoalCheck, body: string, outcome: string]>([
    ['up', up, dim(0, 100, 10, 0.1), 'reached'],
    ['up in fine steps', up, dim(0, 100, 1, 0.02), 'reached'],
    ['up from the dark that was before', up, dim(10, 100, 10, 0.1), 'reached'],
    ['down', down, dim(100, 0, -10, 0.1), 'reached'],
    [
      'up and down',
      { kind: 'all', of: [up, down] },
      forever(dim(0, 100, 10, 0.05) + dim(100, 0, -10, 0.05)),
      'reached',
    ],
    ['down where up is asked', up, dim(100, 0, -10, 0.1), 'wrong-order'],
    ['down only', { ...up, from: 20 }, `$do('red', 'on'); ${dim(100, 30, -10, 0.1)}`, 'wrong-order'],
    ['in three steps', up, dim(0, 100, 50, 0.2), 'too-few'],
    ['not to the end', up, dim(0, 60, 5, 0.1), 'wrong-value'],
    ['without waits', up, `for (let i = 0; i <= 100; i += 1) $do('red', 'brightness', i);`, 'too-quick'],
    ['on and off', up, forever(`$do('red', 'on'); ${wait(0.3)}$do('red', 'off'); ${wait(0.3)}`), 'too-few'],
    ['up with a step back', up, `${dim(0, 60, 10, 0.1)}${dim(50, 100, 10, 0.1)}`, 'wrong-value'],
    ['none', up, wait(1), 'never'],
  ])('%s', async (_, check, body, wanted) => {
    expect(outcome(check, await ran(body))).toBe(wanted);
  });

  it('says what was seen', async () => {
    expect(said(up, await ran(dim(0, 60, 5, 0.1)))).toEqual([
      'Die Helligkeit (rote LED) ging von 0 % bis 60 %, gesucht: bis 100 %.',
      'The brightness (red LED) went from 0 % to 60 %; it should reach 100 %.',
    ]);
  });
});

describe('a series', () => {
  const tune: GoalCheck = {
    kind: 'series',
    signal: 'song.hertz',
    values: [440, 440, 523.25, 659.26],
    tolerance: 5,
    ignore: [0],
  };
  const play = (...tones: number[]) =>
    tones.map((hertz) => `$do('song', 'tone', ${hertz}); ${wait(0.3)}$do('song', 'off');`).join('\n');

  it.each<[name: string, body: string, outcome: string]>([
    ['of tones', play(440, 440, 523, 659), 'reached'],
    ['with silence', `${play(440)}${wait(0.5)}${play(440, 523, 659)}`, 'reached'],
    ['after others', play(880, 440, 440, 440, 523, 659), 'reached'],
    ['with a tone too few', play(440, 523, 659), 'wrong-value'],
    ['in another order', play(440, 440, 659, 523), 'wrong-order'],
    ['with a wrong tone', play(440, 440, 600, 659), 'wrong-value'],
    ['not to the end', play(440, 440, 523), 'too-few'],
    ['without waits', `$do('song', 'tone', 440); $do('song', 'tone', 523); $do('song', 'off');`, 'too-quick'],
    ['none', wait(1), 'never'],
  ])('%s', async (name, body, wanted) => {
    const result = outcome(tune, await ran(body));
    if (name === 'with a tone too few') expect(['wrong-value', 'wrong-order']).toContain(result);
    else expect(result).toBe(wanted);
  });

  it('calls tones by the names of the note block', async () => {
    expect(said(tune, await ran(play(440, 440, 600)))).toEqual([
      'Die Tonhöhe: Gesucht ist c″ (523 Hz), es war aber 600 Hz.',
      'The pitch: C5 (523 Hz) is wanted, but it was 600 Hz.',
    ]);
    const notes = (texts: { STECKBRETT_NOTE_NAMES: string; STECKBRETT_NOTE_OCTAVES: string }) =>
      texts.STECKBRETT_NOTE_OCTAVES.split(' ').flatMap((octave) =>
        texts.STECKBRETT_NOTE_NAMES.split(' ').map((name) => name + octave),
      );
    const tones = notes(partsDe).map((_, step) => toneText('hertz', hertzOf(60 + step)));
    expect(tones.map(({ de }) => de.split(' ')[0])).toEqual(notes(partsDe));
    expect(tones.map(({ en }) => en.split(' ')[0])).toEqual(notes(partsEn));
  });

  it('of lights that run along a strip', async () => {
    const runs: GoalCheck = {
      kind: 'series',
      signal: 'chain.place',
      values: [1, 2, 3, 4, 1, 2],
      ignore: [0],
    };
    const run = (order: string, pause = 0.2) =>
      forever(
        `for (const i of [${order}]) { $do('chain', 'off'); $do('chain', 'pixel', i, '#0000ff'); ${wait(pause)} }`,
      );
    expect(outcome(runs, await ran(run('0, 1, 2, 3'), { on: pictures }))).toBe('reached');
    expect(outcome(runs, await ran(run('0, 1, 2, 3', 0.12), { on: pictures }))).toBe('reached');
    expect(outcome(runs, await ran(run('3, 2, 1, 0'), { on: pictures }))).toBe('wrong-order');
    expect(outcome(runs, await ran(`$do('chain', 'fill', '#0000ff'); ${wait(1)}`, { on: pictures }))).toBe(
      'never',
    );
  });
});

describe('variety', () => {
  const colours: GoalCheck = { kind: 'variety', signal: 'lamp.colour', values: 3, ignore: ['#000000'] };
  const show = (colour: string) => `$do('lamp', 'on', '${colour}'); ${wait(0.3)}`;

  it.each<[name: string, body: string, outcome: string]>([
    ['of colours', show('#ff0000') + show('#00ff00') + show('#0000ff'), 'reached'],
    ['of two', forever(show('#ff0000') + show('#00ff00')), 'too-few'],
    [
      'with darkness, which does not count',
      forever(`${show('#ff0000') + show('#00ff00')}$do('lamp', 'off'); ${wait(0.3)}`),
      'too-few',
    ],
    ['none', wait(1), 'never'],
  ])('%s', async (_, body, wanted) => {
    expect(outcome(colours, await ran(body))).toBe(wanted);
  });
});

describe('a number that follows another', () => {
  const dimmer: GoalCheck = {
    kind: 'follows',
    signal: 'red.brightness',
    source: 'knob.position',
    tolerance: 6,
    span: 50,
  };
  const turns = [0, 60, 20, 90].map((position, index) => hand(2 * index, 'knob', 'position', position));
  const loop = (brightness: string, pause = 0.1) =>
    forever(`$do('red', 'brightness', ${brightness}); ${wait(pause)}`);
  const position = `$read('knob', 'position')`;

  it.each<[name: string, body: string, inputs: ReturnType<typeof hand>[], outcome: string]>([
    ['a dimmer', loop(position), turns, 'reached'],
    ['a dimmer that looks four times a second', loop(position, 0.25), turns, 'reached'],
    ['backwards', loop(`100 - ${position}`), turns, 'wrong-value'],
    ['always the same', loop('60'), turns, 'wrong-value'],
    ['read once only', `$do('red', 'brightness', ${position}); ${forever(wait(1))}`, turns, 'wrong-value'],
    ['nobody turned', loop(position), [], 'input-missing'],
    [
      'turned a little only',
      loop(position),
      turns.slice(0, 1).concat(hand(2, 'knob', 'position', 20)),
      'input-missing',
    ],
  ])('%s', async (_, body, inputs, wanted) => {
    expect(outcome(dimmer, await ran(body, { inputs, on: pictures }))).toBe(wanted);
  });

  it('by a line', async () => {
    const theremin: GoalCheck = {
      kind: 'follows',
      signal: 'song.hertz',
      source: 'radar.distance',
      map: { from: [10, 60], to: [880, 220] },
      tolerance: 40,
      span: 20,
    };
    const inputs = [10, 30, 60].map((cm, index) => hand(2 * index, 'radar', 'distance', cm));
    const tone = (hertz: string) => forever(`$do('song', 'tone', ${hertz}); ${wait(0.1)}`);
    const cm = `$read('radar', 'distance')`;
    expect(outcome(theremin, await ran(tone(`880 - (${cm} - 10) * 13.2`), { inputs }))).toBe('reached');
    expect(outcome(theremin, await ran(tone(`220 + (${cm} - 10) * 13.2`), { inputs }))).toBe('wrong-value');
    expect(said(theremin, await ran(tone('440'), { inputs }))[0]).toMatch(
      /^Der Abstand war \d+(,\d)? cm, die Tonhöhe war 440 Hz\. Gesucht ist etwa \d+(,\d+)? Hz\.$/,
    );
  });
});

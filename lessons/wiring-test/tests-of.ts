import type { WiredPart, Wiring } from '../../device/contract/wiring.ts';
import { type PartName, partName } from '../circuit/part-names.ts';
import type { GuideText } from '../parts/part-guide.ts';
import type { DoTest, PartTest, SeeTest } from './part-test.ts';
import { type Act, listening, showing } from './programs.ts';

type Outline = Omit<SeeTest, 'id' | 'part' | 'name'> | Omit<DoTest, 'id' | 'part' | 'name'>;
type Maker = (part: WiredPart, name: PartName) => readonly Outline[];

const text = (de: string, en: string): GuideText => ({ de, en });

function see(program: string, question: GuideText): Outline {
  return { kind: 'see', program, question };
}

function act(ask: GuideText, signs: DoTest['signs'], live: DoTest['live'] = null): Outline {
  return { kind: 'do', program: listening(), ask, signs, live };
}

const event = (name: string) => ({ kind: 'event', event: name }) as const;
const change = (value: string, by: number) => ({ kind: 'change', value, by }) as const;

/** What fills a part with red, green and blue, one after the other. */
const threeColours = (command: string): Act[] =>
  ['#ff0000', '#00ff00', '#0000ff'].map((colour) => ({ command, args: [colour], seconds: 1 }));
const dark: Act = { command: 'off', seconds: 0.4 };
const blinking: readonly Act[] = [
  { command: 'on', seconds: 0.4 },
  { command: 'off', seconds: 0.4 },
];

/** A word that reads the same in every language. */
const word = 'Steckbrett';
const written = (part: WiredPart): string =>
  showing(part.id, [
    { command: 'write', args: [1, word], seconds: 8 },
    { command: 'clear', seconds: 0.1 },
  ]);

/** How each type of part is tested, in the order in which it is done. */
const makers: Readonly<Record<string, Maker>> = {
  led: ({ id }, { subject }) => [
    see(showing(id, blinking, 8), text(`Blinkt ${subject.de}?`, `Does ${subject.en} blink?`)),
  ],
  'rgb-led': ({ id }, { subject }) => [
    see(
      showing(id, [...threeColours('on'), dark], 2),
      text(
        `Leuchtet ${subject.de} rot, dann grün, dann blau?`,
        `Does ${subject.en} shine red, then green, then blue?`,
      ),
    ),
  ],
  button: (_part, { the }) => [
    act(text(`Drück jetzt ${the.de}.`, `Press ${the.en} now.`), [event('pressed')]),
  ],
  switch: (_part, { the }) => [
    act(text(`Schieb ${the.de} hin und her.`, `Slide ${the.en} to and fro.`), [
      event('closed'),
      event('opened'),
    ]),
  ],
  buzzer: ({ id }, { subject }) => [
    see(
      showing(
        id,
        [
          { command: 'on', seconds: 0.2 },
          { command: 'off', seconds: 0.5 },
        ],
        3,
      ),
      text(`Piept ${subject.de} dreimal?`, `Does ${subject.en} beep three times?`),
    ),
  ],
  speaker: ({ id }, { subject }) => [
    see(
      showing(
        id,
        [
          { command: 'tone', args: [440], seconds: 0.4 },
          { command: 'tone', args: [554], seconds: 0.4 },
          { command: 'tone', args: [659], seconds: 0.6 },
          { command: 'off', seconds: 0.4 },
        ],
        2,
      ),
      text(`Spielt ${subject.de} drei Töne?`, `Does ${subject.en} play three tones?`),
    ),
  ],
  servo: ({ id }, { subject }) => [
    see(
      showing(id, [
        { command: 'turn', args: [45], seconds: 1 },
        { command: 'turn', args: [135], seconds: 1 },
        { command: 'turn', args: [45], seconds: 1 },
        { command: 'turn', args: [90], seconds: 1 },
        { command: 'off', seconds: 0.1 },
      ]),
      text(`Schwenkt ${subject.de} hin und her?`, `Does ${subject.en} swing to and fro?`),
    ),
  ],
  motor: ({ id }) => [
    see(
      showing(id, [
        { command: 'run', args: [60], seconds: 1.5 },
        { command: 'stop', seconds: 0.7 },
        { command: 'run', args: [-60], seconds: 1.5 },
        { command: 'stop', seconds: 0.1 },
      ]),
      text(
        'Dreht sich der Motor, erst in die eine, dann in die andere Richtung?',
        'Does the motor turn, first one way, then the other?',
      ),
    ),
  ],
  strip: ({ id }, { subject }) => [
    see(
      showing(id, [...threeColours('fill'), dark], 2),
      text(
        `Leuchtet ${subject.de} rot, dann grün, dann blau?`,
        `Does ${subject.en} shine red, then green, then blue?`,
      ),
    ),
  ],
  lcd: (part, { at }) => [
    see(written(part), text(`Steht ${at.de} „${word}“?`, `Does it say “${word}” ${at.en}?`)),
  ],
  oled: (part, { at }) => [
    see(written(part), text(`Steht ${at.de} „${word}“?`, `Does it say “${word}” ${at.en}?`)),
  ],
  'output-pin': ({ id, pins }) => [
    see(
      showing(id, blinking, 8),
      text(
        `Geht deine Schaltung an GPIO ${pins.signal} an und aus?`,
        `Does your circuit on GPIO ${pins.signal} go on and off?`,
      ),
    ),
  ],
  'input-pin': ({ pins }) => [
    act(
      text(
        `Gib jetzt ein Signal an GPIO ${pins.signal}: schalte deine Schaltung um.`,
        `Give GPIO ${pins.signal} a signal now: switch your circuit over.`,
      ),
      [event('high'), event('low')],
    ),
  ],
  motion: (_part, { at }) => [
    act(
      text(
        `Wink ${at.de}. Hat er gerade erst Strom bekommen? Dann warte vorher eine Minute.`,
        `Wave your hand ${at.en.replace(/^on /, 'before ')}. Did it only just get power? Then wait a minute first.`,
      ),
      [event('moved')],
    ),
  ],
  distance: (_part, { the }) => [
    act(
      text(
        `Halt die Hand vor ${the.de}, dann zieh sie langsam weg.`,
        `Hold your hand before ${the.en}, then draw it slowly away.`,
      ),
      [change('distance', 8)],
      { value: 'distance', unit: 'cm', min: 0, max: 100 },
    ),
  ],
  potentiometer: (_part, { the }) => [
    act(
      text(`Dreh ${the.de} ganz hin und her.`, `Turn ${the.en} all the way to and fro.`),
      [change('position', 40)],
      {
        value: 'position',
        unit: '%',
        min: 0,
        max: 100,
      },
    ),
  ],
  light: (_part, { the }) => [
    act(
      text(`Deck ${the.de} mit der Hand zu.`, `Cover ${the.en} with your hand.`),
      [change('brightness', 12)],
      {
        value: 'brightness',
        unit: '%',
        min: 0,
        max: 100,
      },
    ),
  ],
  climate: ({ options }, { the }) => [
    act(
      text(`Hauch ${the.de} lange an.`, `Breathe on ${the.en} for a while.`),
      [change('temperature', 0.6), change('humidity', 3)],
      options?.chip === 'tmp102'
        ? { value: 'temperature', unit: '°C', min: 10, max: 40 }
        : { value: 'humidity', unit: '%', min: 0, max: 100 },
    ),
  ],
  'sense-hat': ({ id }, { subject }) => [
    see(
      showing(id, [...threeColours('fill'), dark], 2),
      text(
        `Leuchtet ${subject.de} rot, dann grün, dann blau?`,
        `Does ${subject.en} shine red, then green, then blue?`,
      ),
    ),
    act(
      text('Beweg den kleinen Steuerknüppel, oder drück ihn.', 'Move the little joystick, or press it.'),
      ['up', 'down', 'left', 'right', 'pressed'].map(event),
    ),
  ],
};

/** The tests of a wiring, in its order. A type that has none yet is left out: there is nothing to run. */
export function testsOf(wiring: Wiring): PartTest[] {
  return wiring.parts.flatMap((part) => {
    const name = partName(part, wiring);
    const outlines = makers[part.type]?.(part, name) ?? [];
    return outlines.map(
      (outline, index): PartTest => ({
        ...outline,
        id: index === 0 ? part.id : `${part.id}-${index + 1}`,
        part: part.id,
        name: name.name,
      }),
    );
  });
}

import { i2cSwitchedOn } from './common-steps.ts';
import {
  block,
  colour,
  forever,
  joined,
  number,
  print,
  stack,
  start,
  text,
  value,
  wait,
  workspace,
} from './example.ts';
import type { PartGuide } from './part-guide.ts';

const hat = { PART: 'sense' };
const when = (event: string) => block('steckbrett_when_joystick', { ...hat, EVENT: event });
const show = (letter: string) =>
  block('steckbrett_sense_letter', hat, { LETTER: text(letter), COLOUR: colour('#ffff00') });
const fill = (inColour: ReturnType<typeof colour>) =>
  block('steckbrett_sense_fill', hat, { COLOUR: inColour });
const temperature = value(block('steckbrett_sense_value', { ...hat, VALUE: 'temperature' }));

/** Sense HAT: a picture, letters by joystick, the temperature. */
export const senseHat: PartGuide = {
  type: 'sense-hat',
  title: { de: 'Sense HAT', en: 'Sense HAT' },
  what: {
    de: 'Eine Platine zum Aufstecken, wie auf der Raumstation ISS: 8 × 8 Lichter, Joystick und Sensoren.',
    en: 'A board to put on top, as on the space station ISS: 8 × 8 lights, a joystick and sensors.',
  },
  steps: [
    {
      de: 'Schalte den Pi aus und stecke das Sense HAT auf alle 40 Pins, sodass es über dem Pi liegt.',
      en: 'Switch the Pi off and put the Sense HAT onto all 40 pins, so that it lies above the Pi.',
    },
    {
      de: 'Schraube die Abstandhalter fest, damit nichts wackelt. Es spricht über GPIO 2 (Pin 3) und GPIO 3 (Pin 5).',
      en: 'Screw the spacers tight so that nothing wobbles. It speaks over GPIO 2 (pin 3) and GPIO 3 (pin 5).',
    },
  ],
  warnings: [
    i2cSwitchedOn,
    {
      de: 'Stecke es nie auf oder ab, solange der Pi an ist.',
      en: 'Never put it on or take it off while the Pi is on.',
    },
    {
      de: 'Die Temperatur ist einige Grad zu hoch, weil der Pi darunter warm wird.',
      en: 'The temperature is some degrees too high, because the Pi below gets warm.',
    },
  ],
  wiring: { parts: [{ id: 'sense', type: 'sense-hat', pins: {} }] },
  workspace: workspace([
    stack(
      start,
      fill(colour('#0000ff')),
      block('steckbrett_sense_pixel', hat, { COLUMN: number(4), ROW: number(4), COLOUR: colour('#ffffff') }),
      forever(print(joined(temperature, text(' °C'))), wait(2)),
    ),
    stack(when('up'), show('A')),
    stack(when('down'), show('B')),
    stack(when('pressed'), fill(value(block('steckbrett_colour_random')))),
  ]),
};

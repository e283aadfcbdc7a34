import { groundRail } from './common-steps.ts';
import {
  block,
  changeVariable,
  colour,
  forever,
  number,
  repeat,
  setVariable,
  stack,
  start,
  value,
  variable,
  wait,
  workspace,
} from './example.ts';
import type { PartGuide } from './part-guide.ts';

const strip8 = { PART: 'strip' };

/** Light strip: blue, then one light after the other in a random colour. */
export const strip: PartGuide = {
  type: 'strip',
  title: { de: 'Lichtstreifen', en: 'Light strip' },
  what: {
    de: 'Viele RGB-LEDs in einer Reihe (WS2812, „NeoPixel“), jede mit eigener Farbe, an einem einzigen Kabel.',
    en: 'Many RGB LEDs in a row (WS2812, “NeoPixel”), each with a colour of its own, on a single wire.',
  },
  steps: [
    groundRail,
    {
      de: 'Verbinde 5 V des Streifens mit 5 V (Pin 2) und GND mit der Minus-Leiste. Mehr als 8 Lichter brauchen eine eigene 5-V-Versorgung; verbinde auch deren Minus mit der Minus-Leiste.',
      en: 'Connect 5 V of the strip to 5 V (pin 2) and GND to the minus rail. More than 8 lights need a 5 V supply of their own; connect its minus to the minus rail too.',
    },
    {
      de: 'Verbinde DIN (Eingang, Pfeil zeigt vom Kabel weg) mit GPIO 10 (Pin 19).',
      en: 'Connect DIN (input, the arrow points away from the cable) to GPIO 10 (pin 19).',
    },
  ],
  warnings: [
    {
      de: 'SPI muss auf dem Pi eingeschaltet sein; GPIO 7 bis 11 sind dann belegt.',
      en: 'SPI has to be enabled on the Pi; GPIO 7 to 11 are then taken.',
    },
    {
      de: 'Ein Streifen an 5 V erwartet eigentlich auch 5 V als Signal. Meist reichen 3,3 V auf kurzem Kabel; wenn es flackert, hilft ein Pegelwandler (74AHCT125).',
      en: 'A strip on 5 V really expects a signal of 5 V. 3.3 V will mostly do on a short cable; if it flickers, a level shifter (74AHCT125) helps.',
    },
  ],
  wiring: { parts: [{ id: 'strip', type: 'strip', pins: {}, options: { pixels: 8 } }] },
  workspace: workspace(
    [
      stack(
        start,
        forever(
          block('steckbrett_strip_fill', strip8, { COLOUR: colour('#0000ff') }),
          setVariable(number(1)),
          repeat(
            8,
            wait(0.3),
            block('steckbrett_strip_pixel', strip8, {
              NUMBER: variable,
              COLOUR: value(block('steckbrett_colour_random')),
            }),
            changeVariable(1),
          ),
          wait(0.5),
        ),
      ),
    ],
    'Licht',
  ),
};

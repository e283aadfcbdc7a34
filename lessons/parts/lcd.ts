import { groundRail, i2cSwitchedOn } from './common-steps.ts';
import {
  block,
  changeVariable,
  forever,
  joined,
  number,
  setVariable,
  stack,
  start,
  text,
  variable,
  wait,
  workspace,
} from './example.ts';
import type { PartGuide } from './part-guide.ts';

const write = (line: number, what: ReturnType<typeof text>) =>
  block('steckbrett_lcd_write', { PART: 'lcd' }, { LINE: number(line), TEXT: what });

/** LCD: counts the seconds. */
export const lcd: PartGuide = {
  type: 'lcd',
  title: { de: 'LCD-Anzeige', en: 'LCD' },
  what: {
    de: 'Eine Anzeige mit zwei Zeilen zu 16 Zeichen (LCD 1602 mit I²C-Rucksack PCF8574).',
    en: 'A display with two lines of 16 letters (LCD 1602 with an I²C backpack PCF8574).',
  },
  steps: [
    groundRail,
    {
      de: 'Verbinde VCC mit 5 V (Pin 2) und GND mit der Minus-Leiste.',
      en: 'Connect VCC to 5 V (pin 2) and GND to the minus rail.',
    },
    {
      de: 'Verbinde SDA und SCL über einen Pegelwandler mit GPIO 2 (Pin 3) und GPIO 3 (Pin 5).',
      en: 'Connect SDA and SCL through a level shifter to GPIO 2 (pin 3) and GPIO 3 (pin 5).',
    },
    {
      de: 'Ist nichts zu sehen, drehe mit einem kleinen Schraubenzieher am Kontrast auf der Rückseite.',
      en: 'If you can’t see anything, turn the contrast on the back with a small screwdriver.',
    },
  ],
  warnings: [
    {
      de: 'Viele Rucksäcke ziehen SDA und SCL auf 5 V. Ohne Pegelwandler schadet das dem Pi; eine Anzeige für 3,3 V braucht keinen.',
      en: 'Many backpacks pull SDA and SCL up to 5 V. Without a level shifter that harms the Pi; a display for 3.3 V needs none.',
    },
    i2cSwitchedOn,
    {
      de: 'Manche Rucksäcke haben die Adresse 0x3F (63) statt 0x27 (39).',
      en: 'Some backpacks have the address 0x3F (63) instead of 0x27 (39).',
    },
  ],
  wiring: { parts: [{ id: 'lcd', type: 'lcd', pins: {}, options: { address: 39 } }] },
  workspace: workspace(
    [
      stack(
        start,
        write(1, text('Hallo!')),
        setVariable(number(0)),
        forever(write(2, joined(variable, text(' Sekunden'))), wait(1), changeVariable(1)),
      ),
    ],
    'Sekunden',
  ),
};

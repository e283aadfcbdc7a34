import { groundRail } from './common-steps.ts';
import { block, number, stack, start, wait, workspace } from './example.ts';
import type { PartGuide } from './part-guide.ts';

const pin = { PART: 'output' };

/** Bare output: on, off, pulses. */
export const outputPin: PartGuide = {
  type: 'output-pin',
  title: { de: 'Freier Ausgang', en: 'Bare output' },
  what: {
    de: 'Ein Pin, den dein Programm an- und ausschaltet, für Teile, die hier keinen eigenen Block haben.',
    en: 'A pin that your program turns on and off, for parts that have no block of their own here.',
  },
  steps: [
    groundRail,
    {
      de: 'Verbinde GPIO 26 (Pin 37) mit dem Eingang deiner Schaltung, zum Beispiel einem Transistor oder Relaismodul.',
      en: 'Connect GPIO 26 (pin 37) to the input of your circuit, a transistor or a relay module for example.',
    },
    {
      de: 'Verbinde die Masse deiner Schaltung mit der Minus-Leiste.',
      en: 'Connect the ground of your circuit to the minus rail.',
    },
  ],
  warnings: [
    {
      de: 'Ein Pin gibt höchstens 16 mA, alle zusammen etwa 50 mA. Was mehr braucht, braucht einen Transistor oder Treiber.',
      en: 'A pin gives 16 mA at most, all together about 50 mA. What needs more needs a transistor or a driver.',
    },
    { de: 'Nie 5 V an einen Pin legen.', en: 'Never put 5 V on a pin.' },
  ],
  wiring: { parts: [{ id: 'output', type: 'output-pin', pins: { signal: 26 } }] },
  workspace: workspace([
    stack(
      start,
      block('steckbrett_pin_set', { ...pin, STATE: 'on' }),
      wait(1),
      block('steckbrett_pin_toggle', pin),
      wait(1),
      block('steckbrett_pin_pulse', pin, { PERCENT: number(25), HERTZ: number(2) }),
      wait(4),
      block('steckbrett_pin_set', { ...pin, STATE: 'off' }),
    ),
  ]),
};

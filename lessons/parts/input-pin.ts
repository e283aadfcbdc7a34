import { groundRail } from './common-steps.ts';
import { block, print, stack, text, workspace } from './example.ts';
import type { PartGuide } from './part-guide.ts';

const when = (event: string) => block('steckbrett_when_pin', { PART: 'input', EVENT: event });

/** Bare input: prints each change. */
export const inputPin: PartGuide = {
  type: 'input-pin',
  title: { de: 'Freier Eingang', en: 'Bare input' },
  what: {
    de: 'Ein Pin, den dein Programm liest: HIGH (3,3 V) oder LOW (0 V).',
    en: 'A pin that your program reads: HIGH (3.3 V) or LOW (0 V).',
  },
  steps: [
    groundRail,
    {
      de: 'Verbinde GPIO 16 (Pin 36) mit dem Ausgang deiner Schaltung.',
      en: 'Connect GPIO 16 (pin 36) to the output of your circuit.',
    },
    {
      de: 'Verbinde die Masse deiner Schaltung mit der Minus-Leiste.',
      en: 'Connect the ground of your circuit to the minus rail.',
    },
  ],
  warnings: [
    {
      de: 'Höchstens 3,3 V: 5 V machen den Pin kaputt.',
      en: '3.3 V at most: 5 V break the pin.',
    },
    {
      de: 'Ein Pin, an dem nichts hängt, zeigt mal dies, mal das. Stelle in der Verkabelung einen Widerstand nach oben oder unten ein (pull).',
      en: 'A pin with nothing on it reads now this, now that. Choose a resistor up or down in the wiring (pull).',
    },
  ],
  wiring: { parts: [{ id: 'input', type: 'input-pin', pins: { signal: 16 }, options: { pull: 'down' } }] },
  workspace: workspace([stack(when('high'), print(text('HIGH'))), stack(when('low'), print(text('LOW')))]),
};

import { groundRail, ledForShow } from './common-steps.ts';
import { block, stack, workspace } from './example.ts';
import type { PartGuide } from './part-guide.ts';

const when = (event: string) => block('steckbrett_when_button', { PART: 'button', EVENT: event });
const light = (state: string) => block('steckbrett_led_set', { PART: 'red', STATE: state });

/** Button: the LED shines while it is pressed. */
export const button: PartGuide = {
  type: 'button',
  title: { de: 'Taster', en: 'Button' },
  what: {
    de: 'Verbindet zwei Drähte, solange du drückst.',
    en: 'Connects two wires as long as you press it.',
  },
  steps: [
    groundRail,
    {
      de: 'Stecke den Taster so ins Steckbrett, dass er über der Rinne in der Mitte sitzt.',
      en: 'Put the button into the breadboard so that it sits across the groove in the middle.',
    },
    {
      de: 'Verbinde ein Beinchen mit GPIO 25 (Pin 22).',
      en: 'Connect one leg to GPIO 25 (pin 22).',
    },
    {
      de: 'Verbinde das Beinchen schräg gegenüber mit der Minus-Leiste. Einen Widerstand braucht es nicht, den hat der Pi eingebaut.',
      en: 'Connect the leg diagonally opposite to the minus rail. It needs no resistor, the Pi has one inside.',
    },
    ledForShow,
  ],
  warnings: [],
  wiring: {
    parts: [
      { id: 'button', type: 'button', pins: { signal: 25 } },
      { id: 'red', type: 'led', pins: { anode: 18 }, color: 'red' },
    ],
  },
  workspace: workspace([stack(when('pressed'), light('on')), stack(when('released'), light('off'))]),
};

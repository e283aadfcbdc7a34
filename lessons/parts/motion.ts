import { groundRail, ledForShow } from './common-steps.ts';
import { block, stack, workspace } from './example.ts';
import type { PartGuide } from './part-guide.ts';

const when = (event: string) => block('steckbrett_when_motion', { PART: 'motion', EVENT: event });
const light = (state: string) => block('steckbrett_led_set', { PART: 'red', STATE: state });

/** Motion sensor: the LED shines while it reports motion. */
export const motion: PartGuide = {
  type: 'motion',
  title: { de: 'Bewegungsmelder', en: 'Motion sensor' },
  what: {
    de: 'Ein PIR-Sensor merkt, wenn sich etwas Warmes bewegt: ein Mensch, eine Katze.',
    en: 'A PIR sensor notices when something warm moves: a person, a cat.',
  },
  steps: [
    groundRail,
    {
      de: 'Verbinde VCC mit 5 V (Pin 2) und GND mit der Minus-Leiste. Der kleine AM312 bekommt 3,3 V (Pin 1).',
      en: 'Connect VCC to 5 V (pin 2) and GND to the minus rail. The small AM312 gets 3.3 V (pin 1).',
    },
    { de: 'Verbinde OUT mit GPIO 4 (Pin 7).', en: 'Connect OUT to GPIO 4 (pin 7).' },
    ledForShow,
  ],
  warnings: [
    {
      de: 'Der Ausgang muss einer mit 3,3 V sein, wie bei HC-SR501 und AM312. Miss nach, wenn du nicht sicher bist.',
      en: 'Its output has to be one of 3.3 V, as on the HC-SR501 and AM312. Measure it if you are not sure.',
    },
    {
      de: 'Nach dem Einschalten braucht er bis zu einer Minute, bis er zuverlässig ist.',
      en: 'After switching on it needs up to a minute until it is reliable.',
    },
  ],
  wiring: {
    parts: [
      { id: 'motion', type: 'motion', pins: { signal: 4 } },
      { id: 'red', type: 'led', pins: { anode: 18 }, color: 'red' },
    ],
  },
  workspace: workspace([stack(when('moved'), light('on')), stack(when('still'), light('off'))]),
};

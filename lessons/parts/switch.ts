import { groundRail, ledForShow } from './common-steps.ts';
import { block, stack, workspace } from './example.ts';
import type { PartGuide } from './part-guide.ts';

const when = (event: string) => block('steckbrett_when_switch', { PART: 'switch', EVENT: event });
const light = (state: string) => block('steckbrett_led_set', { PART: 'red', STATE: state });

/** Switch: the LED shines while it is closed. */
export const toggleSwitch: PartGuide = {
  type: 'switch',
  title: { de: 'Schalter', en: 'Switch' },
  what: {
    de: 'Bleibt, wie du ihn stellst: geschlossen oder offen. Auch Reedkontakte und Neigungsschalter gehören dazu.',
    en: 'Stays as you put it: closed or open. Reed contacts and tilt switches are of this kind too.',
  },
  steps: [
    groundRail,
    {
      de: 'Verbinde das mittlere Beinchen des Schiebeschalters mit GPIO 5 (Pin 29).',
      en: 'Connect the middle leg of the slide switch to GPIO 5 (pin 29).',
    },
    {
      de: 'Verbinde ein äußeres Beinchen mit der Minus-Leiste. Das andere bleibt frei.',
      en: 'Connect an outer leg to the minus rail. The other one stays free.',
    },
    ledForShow,
  ],
  warnings: [],
  wiring: {
    parts: [
      { id: 'switch', type: 'switch', pins: { signal: 5 } },
      { id: 'red', type: 'led', pins: { anode: 18 }, color: 'red' },
    ],
  },
  workspace: workspace([stack(when('closed'), light('on')), stack(when('opened'), light('off'))]),
};

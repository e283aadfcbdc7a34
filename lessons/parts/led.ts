import { ownResistor } from './common-steps.ts';
import { block, forever, number, stack, start, wait, workspace } from './example.ts';
import type { PartGuide } from './part-guide.ts';

const red = { PART: 'red' };

/** LED: on, dimmed, off, over and over. */
export const led: PartGuide = {
  type: 'led',
  title: { de: 'LED', en: 'LED' },
  what: {
    de: 'Ein kleines Licht, das fast keinen Strom braucht und nur in einer Richtung leuchtet.',
    en: 'A small light that needs hardly any current and only works one way round.',
  },
  steps: [
    {
      de: 'Stecke die LED ins Steckbrett. Das lange Beinchen ist Plus.',
      en: 'Put the LED into the breadboard. The long leg is plus.',
    },
    {
      de: 'Verbinde das lange Beinchen über einen Widerstand (330 Ω) mit GPIO 18 (Pin 12).',
      en: 'Connect the long leg through a resistor (330 Ω) to GPIO 18 (pin 12).',
    },
    {
      de: 'Verbinde das kurze Beinchen mit Masse (GND), zum Beispiel Pin 14.',
      en: 'Connect the short leg to ground (GND), for example pin 14.',
    },
  ],
  warnings: [ownResistor],
  wiring: { parts: [{ id: 'red', type: 'led', pins: { anode: 18 }, color: 'red' }] },
  workspace: workspace([
    stack(
      start,
      forever(
        block('steckbrett_led_set', { ...red, STATE: 'on' }),
        wait(0.5),
        block('steckbrett_led_brightness', red, { PERCENT: number(20) }),
        wait(0.5),
        block('steckbrett_led_set', { ...red, STATE: 'off' }),
        wait(0.5),
      ),
    ),
  ]),
};

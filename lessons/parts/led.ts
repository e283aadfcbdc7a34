import { groundRail, ownResistor } from './common-steps.ts';
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
    groundRail,
    {
      de: 'Stecke die LED ins Steckbrett. Das lange Beinchen ist Plus.',
      en: 'Put the LED into the breadboard. The long leg is plus.',
    },
    {
      de: 'Verbinde das lange Beinchen mit GPIO 18 (Pin 12).',
      en: 'Connect the long leg to GPIO 18 (pin 12).',
    },
    {
      de: 'Verbinde das kurze Beinchen über einen Widerstand (330 Ω) mit der Minus-Leiste.',
      en: 'Connect the short leg through a resistor (330 Ω) to the minus rail.',
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

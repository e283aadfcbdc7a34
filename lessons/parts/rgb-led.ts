import { groundRail, ownResistor } from './common-steps.ts';
import { block, colour, forever, number, stack, start, value, wait, workspace } from './example.ts';
import type { PartGuide } from './part-guide.ts';

const shine = (inColour: ReturnType<typeof colour>) =>
  block('steckbrett_rgb_set', { PART: 'rgb' }, { COLOUR: inColour });
const orange = block('steckbrett_colour_mix', {}, { RED: number(100), GREEN: number(30), BLUE: number(0) });

/** RGB LED: red, green, blue, a mixed colour, a random one. */
export const rgbLed: PartGuide = {
  type: 'rgb-led',
  title: { de: 'RGB-LED', en: 'RGB LED' },
  what: {
    de: 'Drei LEDs in einem Gehäuse, rot, grün und blau: Zusammen mischen sie jede Farbe.',
    en: 'Three LEDs in one case, red, green and blue: together they mix any colour.',
  },
  steps: [
    groundRail,
    {
      de: 'Das längste Beinchen ist das gemeinsame Minus. Verbinde es mit der Minus-Leiste.',
      en: 'The longest leg is the minus they share. Connect it to the minus rail.',
    },
    {
      de: 'Verbinde Rot über einen Widerstand (330 Ω) mit GPIO 17 (Pin 11).',
      en: 'Connect red through a resistor (330 Ω) to GPIO 17 (pin 11).',
    },
    {
      de: 'Verbinde Grün über einen eigenen Widerstand (330 Ω) mit GPIO 27 (Pin 13).',
      en: 'Connect green through a resistor of its own (330 Ω) to GPIO 27 (pin 13).',
    },
    {
      de: 'Verbinde Blau über einen eigenen Widerstand (330 Ω) mit GPIO 22 (Pin 15).',
      en: 'Connect blue through a resistor of its own (330 Ω) to GPIO 22 (pin 15).',
    },
  ],
  warnings: [
    ownResistor,
    {
      de: 'Es gibt auch welche mit gemeinsamem Plus (Anode): Deren langes Beinchen kommt an 3,3 V, und in der Verkabelung muss es eingestellt sein.',
      en: 'Some have a shared plus (anode) instead: their long leg goes to 3.3 V, and the wiring has to say so.',
    },
  ],
  wiring: { parts: [{ id: 'rgb', type: 'rgb-led', pins: { red: 17, green: 27, blue: 22 } }] },
  workspace: workspace([
    stack(
      start,
      forever(
        shine(colour('#ff0000')),
        wait(0.5),
        shine(colour('#00ff00')),
        wait(0.5),
        shine(colour('#0000ff')),
        wait(0.5),
        shine(value(orange)),
        wait(0.5),
        shine(value(block('steckbrett_colour_random'))),
        wait(0.5),
      ),
    ),
  ]),
};

import { i2cSteps, i2cSwitchedOn, ledForShow, onlyThreeVolts } from './common-steps.ts';
import { block, forever, joined, print, stack, start, text, value, wait, workspace } from './example.ts';
import type { PartGuide } from './part-guide.ts';

const when = (event: string) => block('steckbrett_when_light', { PART: 'light', EVENT: event });
const shine = (state: string) => block('steckbrett_led_set', { PART: 'red', STATE: state });
const brightness = value(block('steckbrett_brightness', { PART: 'light' }));

/** Light sensor: a night light. */
export const light: PartGuide = {
  type: 'light',
  title: { de: 'Lichtsensor', en: 'Light sensor' },
  what: {
    de: 'Ein Fotowiderstand (LDR) leitet umso besser, je heller es ist. Ein Wandlerchip (ADS1115) misst es.',
    en: 'A photoresistor (LDR) conducts the better the brighter it is. A converter chip (ADS1115) measures it.',
  },
  steps: [
    ...i2cSteps({ de: 'des ADS1115', en: 'the ADS1115' }),
    {
      de: 'Verbinde ein Beinchen des Fotowiderstands mit 3,3 V (Pin 1) und das andere mit A1 des ADS1115.',
      en: 'Connect one leg of the photoresistor to 3.3 V (pin 1) and the other one to A1 of the ADS1115.',
    },
    {
      de: 'Verbinde A1 außerdem über 10 kΩ mit der Minus-Leiste.',
      en: 'Also connect A1 through 10 kΩ to the minus rail.',
    },
    ledForShow,
  ],
  warnings: [
    onlyThreeVolts,
    i2cSwitchedOn,
    {
      de: 'Die Prozente vergleichen hell und dunkel; Lux misst ein Fotowiderstand nicht.',
      en: 'The percentage compares bright and dark; a photoresistor does not measure lux.',
    },
  ],
  wiring: {
    parts: [
      { id: 'light', type: 'light', pins: {}, options: { converter: 'ads1115', address: 72, channel: 1 } },
      { id: 'red', type: 'led', pins: { anode: 18 }, color: 'red' },
    ],
  },
  workspace: workspace([
    stack(start, forever(print(joined(brightness, text(' %'))), wait(1))),
    stack(when('darker'), shine('on')),
    stack(when('lighter'), shine('off')),
  ]),
};

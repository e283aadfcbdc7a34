import { i2cSteps, i2cSwitchedOn, ledForShow, onlyThreeVolts } from './common-steps.ts';
import { block, stack, value, workspace } from './example.ts';
import type { PartGuide } from './part-guide.ts';

const position = value(block('steckbrett_potentiometer', { PART: 'knob' }));

/** Potentiometer: dims the LED. */
export const potentiometer: PartGuide = {
  type: 'potentiometer',
  title: { de: 'Drehregler', en: 'Knob (potentiometer)' },
  what: {
    de: 'Ein Knopf zum Drehen. Weil der Pi nur an und aus kennt, misst ein Wandlerchip (ADS1115) die Stellung.',
    en: 'A knob to turn. As the Pi only knows on and off, a converter chip (ADS1115) measures its position.',
  },
  steps: [
    ...i2cSteps({ de: 'des ADS1115', en: 'the ADS1115' }),
    {
      de: 'Verbinde die äußeren Beinchen des Drehreglers mit 3,3 V (Pin 1) und mit der Minus-Leiste.',
      en: 'Connect the outer legs of the knob to 3.3 V (pin 1) and to the minus rail.',
    },
    {
      de: 'Verbinde das mittlere Beinchen mit A0 des ADS1115.',
      en: 'Connect the middle leg to A0 of the ADS1115.',
    },
    ledForShow,
  ],
  warnings: [
    onlyThreeVolts,
    i2cSwitchedOn,
    {
      de: 'Statt des ADS1115 geht auch ein MCP3008 (SPI); dann muss es in der Verkabelung eingestellt sein.',
      en: 'Instead of the ADS1115 an MCP3008 (SPI) will do; then the wiring has to say so.',
    },
  ],
  wiring: {
    parts: [
      {
        id: 'knob',
        type: 'potentiometer',
        pins: {},
        options: { converter: 'ads1115', address: 72, channel: 0 },
      },
      { id: 'red', type: 'led', pins: { anode: 18 }, color: 'red' },
    ],
  },
  workspace: workspace([
    stack(
      block('steckbrett_when_turned', { PART: 'knob' }),
      block('steckbrett_led_brightness', { PART: 'red' }, { PERCENT: position }),
    ),
  ]),
};

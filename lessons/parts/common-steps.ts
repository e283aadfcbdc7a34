import type { GuideText } from './part-guide.ts';

/** Steps and warnings that several parts share. */
export const groundRail: GuideText = {
  de: 'Schalte den Pi aus. Verbinde Masse (GND, Pin 6) mit der Minus-Leiste am Rand des Steckbretts.',
  en: 'Switch the Pi off. Connect ground (GND, pin 6) to the minus rail at the edge of the breadboard.',
};

export const ledForShow: GuideText = {
  de: 'Für das Beispiel: rote LED mit dem langen Beinchen an GPIO 18 (Pin 12), mit dem kurzen über 330 Ω an der Minus-Leiste.',
  en: 'For the example: red LED with its long leg to GPIO 18 (pin 12), with its short leg through 330 Ω to the minus rail.',
};

/**
 * A chip on I²C with its four wires.
 *
 * @param name in German in the genitive: "des BME280".
 */
export function i2cSteps(name: GuideText): readonly GuideText[] {
  return [
    groundRail,
    {
      de: `Verbinde VCC (oder VIN) ${name.de} mit 3,3 V (Pin 1) und GND mit der Minus-Leiste.`,
      en: `Connect VCC (or VIN) of ${name.en} to 3.3 V (pin 1) and GND to the minus rail.`,
    },
    {
      de: 'Verbinde SDA mit GPIO 2 (Pin 3) und SCL mit GPIO 3 (Pin 5).',
      en: 'Connect SDA to GPIO 2 (pin 3) and SCL to GPIO 3 (pin 5).',
    },
  ];
}

export const i2cSwitchedOn: GuideText = {
  de: 'I²C muss auf dem Pi eingeschaltet sein (raspi-config, Interface Options).',
  en: 'I²C has to be enabled on the Pi (raspi-config, Interface Options).',
};

export const onlyThreeVolts: GuideText = {
  de: 'Nur 3,3 V, nicht 5 V: Sonst liegen 5 V an den Pins des Pi, und er geht kaputt.',
  en: '3.3 V only, not 5 V: otherwise there are 5 V at the pins of the Pi, and it breaks.',
};

export const ownResistor: GuideText = {
  de: 'Nie ohne Widerstand: Sonst fließt zu viel Strom, und die LED oder der Pin gehen kaputt.',
  en: 'Never without a resistor: too much current would flow and break the LED or the pin.',
};

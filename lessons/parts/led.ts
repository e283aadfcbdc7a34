import type { PartGuide } from './part-guide.ts';

/** LED. */
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
      de: 'Verbinde das lange Beinchen über einen Widerstand (330 Ω) mit GPIO 18, Pin 12.',
      en: 'Connect the long leg through a resistor (330 Ω) to GPIO 18, pin 12.',
    },
    {
      de: 'Verbinde das kurze Beinchen mit Masse (GND), zum Beispiel Pin 6.',
      en: 'Connect the short leg to ground (GND), for example pin 6.',
    },
  ],
  warnings: [
    {
      de: 'Nie ohne Widerstand: Sonst fließt zu viel Strom, und die LED oder der Pin gehen kaputt.',
      en: 'Never without a resistor: too much current would flow and break the LED or the pin.',
    },
  ],
  wiring: { parts: [{ id: 'red', type: 'led', pins: { anode: 18 }, color: 'red' }] },
  workspace: {
    blocks: {
      languageVersion: 0,
      blocks: [
        {
          type: 'steckbrett_start',
          id: 'start',
          x: 24,
          y: 24,
          next: {
            block: {
              type: 'steckbrett_forever',
              id: 'forever',
              inputs: {
                DO: {
                  block: {
                    type: 'steckbrett_led_toggle',
                    id: 'toggle',
                    fields: { PART: 'red' },
                    next: {
                      block: {
                        type: 'steckbrett_wait',
                        id: 'wait',
                        inputs: {
                          SECONDS: { shadow: { type: 'math_number', id: 'seconds', fields: { NUM: 0.5 } } },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      ],
    },
  },
};

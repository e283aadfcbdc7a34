import { groundRail, ledForShow } from './common-steps.ts';
import { block, forever, joined, print, stack, start, text, value, wait, workspace } from './example.ts';
import type { PartGuide } from './part-guide.ts';

const when = (event: string) => block('steckbrett_when_distance', { PART: 'distance', EVENT: event });
const light = (state: string) => block('steckbrett_led_set', { PART: 'red', STATE: state });
const measured = value(block('steckbrett_distance', { PART: 'distance' }));

/** Distance sensor: prints the distance; the LED warns of what is near. */
export const distance: PartGuide = {
  type: 'distance',
  title: { de: 'Abstandssensor', en: 'Distance sensor' },
  what: {
    de: 'Ein Ultraschallsensor (HC-SR04) misst wie eine Fledermaus, wie weit etwas weg ist.',
    en: 'An ultrasonic sensor (HC-SR04) measures like a bat how far away something is.',
  },
  steps: [
    groundRail,
    {
      de: 'Verbinde VCC mit 5 V (Pin 2) und GND mit der Minus-Leiste.',
      en: 'Connect VCC to 5 V (pin 2) and GND to the minus rail.',
    },
    { de: 'Verbinde TRIG mit GPIO 23 (Pin 16).', en: 'Connect TRIG to GPIO 23 (pin 16).' },
    {
      de: 'Verbinde ECHO über 330 Ω mit GPIO 24 (Pin 18).',
      en: 'Connect ECHO through 330 Ω to GPIO 24 (pin 18).',
    },
    {
      de: 'Verbinde GPIO 24 (Pin 18) außerdem über 470 Ω mit der Minus-Leiste.',
      en: 'Also connect GPIO 24 (pin 18) through 470 Ω to the minus rail.',
    },
    ledForShow,
  ],
  warnings: [
    {
      de: 'ECHO hat 5 V und der Pi verträgt nur 3,3 V: Ohne die zwei Widerstände (Spannungsteiler) geht der Pin kaputt. Nur die Typen für 3,3 V (HC-SR04P, RCWL-1601) brauchen keine, sie bekommen 3,3 V.',
      en: 'ECHO has 5 V, and the Pi bears 3.3 V only: without the two resistors (a divider) the pin breaks. Only the types for 3.3 V (HC-SR04P, RCWL-1601) need none; they get 3.3 V.',
    },
    {
      de: 'Weiche oder schräge Flächen werfen den Ton nicht zurück; dann misst er 400 cm.',
      en: 'Soft or slanted surfaces don’t throw the sound back; it then measures 400 cm.',
    },
  ],
  wiring: {
    parts: [
      { id: 'distance', type: 'distance', pins: { trigger: 23, echo: 24 } },
      { id: 'red', type: 'led', pins: { anode: 18 }, color: 'red' },
    ],
  },
  workspace: workspace([
    stack(start, forever(print(joined(measured, text(' cm'))), wait(1))),
    stack(when('near'), light('on')),
    stack(when('far'), light('off')),
  ]),
};

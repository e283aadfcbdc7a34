import { groundRail } from './common-steps.ts';
import { block, forever, number, stack, start, wait, workspace } from './example.ts';
import type { PartGuide } from './part-guide.ts';

const run = (direction: string, percent: number) =>
  block('steckbrett_motor_run', { PART: 'motor', DIRECTION: direction }, { PERCENT: number(percent) });
const stop = block('steckbrett_motor_stop', { PART: 'motor' });

/** Motor: forwards, stop, backwards, stop. */
export const motor: PartGuide = {
  type: 'motor',
  title: { de: 'Motor mit Treiber', en: 'Motor with driver' },
  what: {
    de: 'Ein Gleichstrommotor an einer Treiberplatine (L298N, TB6612, DRV8833): vorwärts, rückwärts, schnell, langsam.',
    en: 'A DC motor on a driver board (L298N, TB6612, DRV8833): forwards, backwards, fast, slow.',
  },
  steps: [
    groundRail,
    {
      de: 'Schließe die zwei Kabel des Motors an die Klemmen OUT1 und OUT2 des Treibers an.',
      en: 'Connect the two wires of the motor to the terminals OUT1 and OUT2 of the driver.',
    },
    {
      de: 'Verbinde IN1 mit GPIO 5 (Pin 29) und IN2 mit GPIO 6 (Pin 31).',
      en: 'Connect IN1 to GPIO 5 (pin 29) and IN2 to GPIO 6 (pin 31).',
    },
    {
      de: 'Nimm beim L298N die Steckbrücke von ENA ab und verbinde ENA mit GPIO 12 (Pin 32). Bei anderen Treibern heißt der Anschluss PWMA oder SLP.',
      en: 'On an L298N take the jumper off ENA and connect ENA to GPIO 12 (pin 32). On other drivers it is called PWMA or SLP.',
    },
    {
      de: 'Verbinde die Batterie (zum Beispiel 4 × AA) mit dem Treiber und GND des Treibers auch mit der Minus-Leiste.',
      en: 'Connect the battery (4 × AA for example) to the driver, and GND of the driver to the minus rail too.',
    },
  ],
  warnings: [
    {
      de: 'Nie einen Motor direkt an einen Pin oder an die Versorgung des Pi: Der Pi geht kaputt.',
      en: 'Never connect a motor directly to a pin or to the supply of the Pi: the Pi breaks.',
    },
    {
      de: 'Ein Widerstand von 10 kΩ zwischen ENA und GND hält den Motor still, solange der Pi startet.',
      en: 'A resistor of 10 kΩ between ENA and GND keeps the motor still while the Pi boots.',
    },
  ],
  wiring: { parts: [{ id: 'motor', type: 'motor', pins: { forward: 5, backward: 6, enable: 12 } }] },
  workspace: workspace([
    stack(
      start,
      forever(run('forward', 60), wait(1), stop, wait(0.5), run('backward', 40), wait(1), stop, wait(0.5)),
    ),
  ]),
};

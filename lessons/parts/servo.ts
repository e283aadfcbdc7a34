import { groundRail } from './common-steps.ts';
import { block, forever, number, stack, start, wait, workspace } from './example.ts';
import type { PartGuide } from './part-guide.ts';

const turn = (degrees: number) =>
  block('steckbrett_servo_turn_wait', { PART: 'servo' }, { DEGREES: number(degrees) });

/** Servo: from one end to the other, over and over. */
export const servo: PartGuide = {
  type: 'servo',
  title: { de: 'Servo', en: 'Servo' },
  what: {
    de: 'Ein Motor, der sich auf einen Winkel dreht und dort bleibt, zum Beispiel für eine Schranke.',
    en: 'A motor that turns to an angle and stays there, for a barrier for example.',
  },
  steps: [
    groundRail,
    {
      de: 'Verbinde das braune oder schwarze Kabel mit der Minus-Leiste.',
      en: 'Connect the brown or black wire to the minus rail.',
    },
    {
      de: 'Verbinde das rote Kabel mit dem Plus einer eigenen 5-V-Versorgung und deren Minus auch mit der Minus-Leiste. Ein einzelner kleiner Servo ohne Last darf an 5 V des Pi (Pin 2).',
      en: 'Connect the red wire to the plus of a 5 V supply of its own, and its minus to the minus rail too. One small servo without load may go to the Pi’s 5 V (pin 2).',
    },
    {
      de: 'Verbinde das gelbe oder orange Kabel mit GPIO 12 (Pin 32).',
      en: 'Connect the yellow or orange wire to GPIO 12 (pin 32).',
    },
  ],
  warnings: [
    {
      de: 'Halte den Servo nicht fest und lass ihn nicht gegen einen Anschlag drücken: Dann zieht er so viel Strom, dass der Pi abstürzen kann.',
      en: 'Don’t hold the servo, and don’t let it push against a stop: it would draw so much current that the Pi may crash.',
    },
    {
      de: 'Der Servo meldet nicht, wo er steht. Der Winkel im Programm ist ausgerechnet.',
      en: 'The servo does not report where it is. The angle in the program is worked out.',
    },
  ],
  wiring: { parts: [{ id: 'servo', type: 'servo', pins: { signal: 12 } }] },
  workspace: workspace([stack(start, forever(turn(0), wait(0.5), turn(180), wait(0.5)))]),
};

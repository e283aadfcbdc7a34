import type { Block } from 'blockly/core';
import { rewritten } from '../../code-marks.ts';
import { Order } from '../order.ts';
import type { PythonPart } from '../python-block.ts';
import type { PythonProgram } from '../python-program.ts';

/** The angle in an input, 0 to 180. */
function degrees(block: Block, program: PythonProgram): string {
  const known = program.literal(block, 'DEGREES');
  const code = program.value(block, 'DEGREES');
  if (known === undefined) return `min(max(${code}, 0), 180)`;
  return rewritten(code, String(Math.min(180, Math.max(0, known))));
}

/** Model servo, with the pulses of the kit's. */
export const servo: PythonPart = {
  part: 'servo',
  make: (id, program) =>
    `${program.use('gpiozero', 'AngularServo')}(${program.wiredPart(id)?.pins.signal}, initial_angle=None, min_angle=0, ` +
    'max_angle=180, min_pulse_width=0.0006, max_pulse_width=0.0024)',
  blocks: {
    steckbrett_servo_turn: (block, program) => `${program.part(block)}.angle = ${degrees(block, program)}\n`,
    steckbrett_servo_turn_wait: (block, program) =>
      `${program.helper('turn_and_wait')}(${program.part(block)}, ${degrees(block, program)})\n`,
    steckbrett_servo_off: (block, program) => `${program.part(block)}.detach()\n`,
    steckbrett_servo_angle: (block, program) => [
      `${program.helper('angle_of')}(${program.part(block)})`,
      Order.FUNCTION_CALL,
    ],
  },
  helpers: {
    angle_of: {
      says: {
        de: 'Auf welchen Winkel der Servo gestellt ist; 90, solange er keinen hat.',
        en: 'Which angle the servo is set to; 90 as long as it has none.',
      },
      code: `
def angle_of(servo):
    %
    return 90 if servo.angle is None else round(servo.angle)
`,
    },
    turn_and_wait: {
      imports: ['time sleep'],
      needs: ['angle_of'],
      says: {
        de: 'Dreht den Servo und wartet, bis er da ist: 0,17 s für 60°.',
        en: 'Turns the servo and waits until it is there: 0.17 s for 60°.',
      },
      code: `
def turn_and_wait(servo, degrees):
    %
    way = abs(degrees - angle_of(servo))
    servo.angle = degrees
    sleep(way * 0.17 / 60)
`,
    },
  },
};

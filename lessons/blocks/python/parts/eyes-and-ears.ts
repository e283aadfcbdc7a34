import { Order } from '../order.ts';
import type { PythonPart } from '../python-block.ts';

/** PIR motion detector. */
export const motion: PythonPart = {
  part: 'motion',
  make: (id, program) => `${program.use('gpiozero', 'MotionSensor')}(${program.wiredPart(id)?.pins.signal})`,
  blocks: {
    steckbrett_motion_seen: (block, program) => [`${program.part(block)}.motion_detected`, Order.MEMBER],
  },
  hats: {
    steckbrett_when_motion: {
      name: (hat, program) => `${program.part(hat)}_${hat.getFieldValue('EVENT')}`,
      target: (hat, program) =>
        `${program.part(hat)}.when_${hat.getFieldValue('EVENT') === 'still' ? 'no_motion' : 'motion'}`,
    },
  },
};

/** Ultrasonic distance sensor. */
export const distance: PythonPart = {
  part: 'distance',
  make(id, program) {
    const { pins, options } = program.wiredPart(id) ?? {};
    const near = Number(options?.nearer ?? 20) / 100;
    return `${program.use('gpiozero', 'DistanceSensor')}(echo=${pins?.echo}, trigger=${pins?.trigger}, max_distance=4, threshold_distance=${near})`;
  },
  blocks: {
    steckbrett_distance: (block, program) => [
      `round(${program.part(block)}.distance * 100)`,
      Order.FUNCTION_CALL,
    ],
  },
  hats: {
    steckbrett_when_distance: {
      name: (hat, program) => `${program.part(hat)}_${hat.getFieldValue('EVENT')}`,
      target: (hat, program) =>
        `${program.part(hat)}.when_${hat.getFieldValue('EVENT') === 'far' ? 'out_of_range' : 'in_range'}`,
    },
  },
};

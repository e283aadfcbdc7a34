import * as z from 'zod/mini';
import { numberWithin } from './number-within.ts';
import type { PartDefinition } from './part.ts';
import { servoPulses } from './pulse-forms.ts';
import { ServoArm } from './servo-arm.ts';

/** The lengths of a pulse in µs for 0 and for 180 degrees, as johnny-five has them; most small servos turn a bit less. */
const shortest = 600;
const longest = 2400;

/**
 * A model servo (SG90 and the like): 0 to 180 degrees by pulses of 600 to 2,400 µs, 50 a second. **Its supply is 5 V of
 * its own**, not the Pi's 5 V pin when it carries load, with the grounds connected; the signal may be 3.3 V. `off`
 * ends the pulses: it then lets itself be turned by hand. Pulses by software make it tremble by a degree or two; a
 * pin with hardware PWM (12, 13, 18, 19) holds it still.
 *
 * `angle` is an estimate from the speed of a small servo, the same on every board.
 */
export const servo: PartDefinition = {
  type: 'servo',
  pins: { signal: { direction: 'output' } },
  commands: {
    turn: { args: z.tuple([numberWithin(0, 180)]) },
    off: { args: z.tuple([]) },
  },
  events: [],
  values: { angle: { type: 'number', unit: '°', min: 0, max: 180, resolution: 1 } },
  inputs: {},
  safe: { signal: 0 },

  simulated({ pins, clock, changed }) {
    const arm = new ServoArm(clock, () => changed('angle'));
    const off = () => {
      arm.stop();
      pins.write('signal', 0);
    };
    return {
      commands: {
        turn(degrees: number) {
          pins.pulse('signal', servoPulses(pulseFor(degrees)));
          arm.turn(degrees);
        },
        off,
      },
      values: { angle: () => arm.angle },
      inputs: {},
      makeSafe: off,
      close: () => arm.close(),
    };
  },

  johnnyFive({ five, board, pins, clock, pulse, changed }) {
    const arm = new ServoArm(clock, () => changed('angle'));
    const device = new five.Servo({ pin: pins.signal!, board });
    const off = () => {
      arm.stop();
      pulse('signal', servoPulses(0));
    };
    return {
      commands: {
        turn(degrees: number) {
          // johnny-five writes nothing for the angle it wrote last, even when the pulses have ended meanwhile.
          if (device.last) device.last.degrees = Number.NaN;
          device.to(degrees);
          arm.turn(degrees);
        },
        off,
      },
      values: { angle: () => arm.angle },
      makeSafe: off,
      close: () => arm.close(),
    };
  },
};

/** In whole µs, as johnny-five rounds. */
function pulseFor(degrees: number): number {
  return Math.trunc(shortest + (degrees / 180) * (longest - shortest));
}

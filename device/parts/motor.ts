import * as z from 'zod/mini';
import { numberWithin } from './number-within.ts';
import type { PartDefinition } from './part.ts';
import { analogByte, analogPulses } from './pulse-forms.ts';

/**
 * A DC motor on an H-bridge with two direction inputs and an enable input, such as one side of an L298N (IN1, IN2,
 * ENA without its jumper), a TB6612 (AIN1, AIN2, PWMA, STBY to 3.3 V) or a DRV8833 (IN1, IN2, and its sleep input as
 * enable). **Never a motor on a GPIO itself.** The motor has a supply of its own, with the grounds connected. 10 kΩ
 * from `enable` to ground keep it still while the Pi boots.
 *
 * Its power is the share of the time that `enable` is high, 200 times a second, in %, negative for backward. A motor
 * under load starts at 20 to 40 %.
 */
export const motor: PartDefinition = {
  type: 'motor',
  pins: {
    forward: { direction: 'output' },
    backward: { direction: 'output' },
    enable: { direction: 'output' },
  },
  commands: {
    run: {
      args: z.tuple([numberWithin(-100, 100)]),
      effects: { power: { arg: 0, min: -100, max: 100 } },
    },
    stop: { args: z.tuple([]), effects: { power: { to: 0 } } },
  },
  events: [],
  values: { power: { type: 'number', unit: '%', min: -100, max: 100, resolution: 1 } },
  inputs: {},
  safe: { forward: 0, backward: 0, enable: 0 },
  quietWhilePaused: 'stop',

  simulated({ pins, changed }) {
    let power = 0;
    const stop = () => {
      power = 0;
      for (const pin of ['enable', 'forward', 'backward']) pins.write(pin, 0);
      changed('power');
    };
    const run = (percent: number) => {
      if (percent === 0) {
        stop();
        return;
      }
      if (Math.sign(percent) !== Math.sign(power)) {
        pins.write('enable', 0);
        pins.write('backward', percent < 0 ? 1 : 0);
        pins.write('forward', percent > 0 ? 1 : 0);
      }
      power = percent;
      pins.pulse('enable', analogPulses(analogByte(Math.abs(percent))));
      changed('power');
    };
    stop();
    return {
      commands: { run, stop },
      values: { power: () => power },
      inputs: {},
      makeSafe: stop,
      close() {},
    };
  },

  johnnyFive({ five, board, pins, changed }) {
    // Missing in the types: johnny-five would take powers below 30 of 255 for a stop.
    const everyPower = { threshold: 0 };
    const device = new five.Motor({
      ...everyPower,
      pins: { pwm: pins.enable!, dir: pins.forward!, cdir: pins.backward! },
      board,
    });
    // johnny-five leaves the direction set when it stops; the safe state is all low.
    const directions = [pins.forward!, pins.backward!].map((pin) => new five.Pin({ pin, board }));
    let power = 0;
    const stop = () => {
      power = 0;
      device.stop();
      for (const direction of directions) direction.low();
      changed('power');
    };
    const run = (percent: number) => {
      const byte = analogByte(Math.abs(percent));
      if (percent === 0) {
        stop();
        return;
      }
      // `forward` and `reverse` stop the motor for a moment, which another speed of the same direction need not do.
      if (Math.sign(percent) === Math.sign(power)) device.start(byte);
      else if (percent > 0) device.forward(byte);
      else device.reverse(byte);
      power = percent;
      changed('power');
    };
    stop();
    return {
      commands: { run, stop },
      values: { power: () => power },
      makeSafe: stop,
      close() {},
    };
  },
};

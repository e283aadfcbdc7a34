import * as z from 'zod/mini';
import type { Level } from './driver.ts';
import { numberWithin } from './number-within.ts';
import type { PartDefinition } from './part.ts';

/**
 * A bare GPIO that is driven: high (3.3 V), low, or pulsing with 0 to 100 % of the time high at 1 to 1,000 Hz. **It
 * gives 16 mA at most**, and all pins together about 50 mA: what needs more goes through a transistor or a driver.
 */
export const outputPin: PartDefinition = {
  type: 'output-pin',
  pins: { signal: { direction: 'output' } },
  commands: {
    on: { args: z.tuple([]), effects: { on: { to: true } } },
    off: { args: z.tuple([]), effects: { on: { to: false } } },
    toggle: { args: z.tuple([]), effects: { on: { flip: true } } },
    /** Percent of the time that it is high, and pulses a second. */
    pulse: {
      args: z.tuple([numberWithin(0, 100), numberWithin(1, 1000)]),
      effects: { on: { arg: 0, above: 0 } },
    },
  },
  events: [],
  /** A pin that pulses is on. */
  values: { on: { type: 'boolean' } },
  inputs: {},
  safe: { signal: 0 },

  simulated({ pins }) {
    const write = (level: Level) => pins.write('signal', level);
    const isOn = () => pins.level('signal') === 1;
    write(0);
    return {
      commands: {
        on: () => write(1),
        off: () => write(0),
        toggle: () => write(isOn() ? 0 : 1),
        pulse: (percent: number, hertz: number) => pins.pulse('signal', { hertz, duty: percent / 100 }),
      },
      values: { on: isOn },
      inputs: {},
      makeSafe: () => write(0),
      close() {},
    };
  },

  johnnyFive({ five, board, pins, pulse }) {
    const device = new five.Pin({ pin: pins.signal!, board });
    let on = false;
    const write = (isOn: boolean) => {
      on = isOn;
      if (isOn) device.high();
      else device.low();
    };
    write(false);
    return {
      commands: {
        on: () => write(true),
        off: () => write(false),
        toggle: () => write(!on),
        pulse(percent: number, hertz: number) {
          on = percent > 0;
          pulse('signal', { hertz, duty: percent / 100 });
        },
      },
      values: { on: () => on },
      makeSafe: () => write(false),
      close() {},
    };
  },
};

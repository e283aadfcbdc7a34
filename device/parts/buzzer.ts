import * as z from 'zod/mini';
import type { PartDefinition } from './part.ts';

/** An active buzzer, as in the CamJam EduKit: it makes its own tone while the pin is high; it has no pitch. */
export const buzzer: PartDefinition = {
  type: 'buzzer',
  pins: { signal: { direction: 'output' } },
  commands: {
    on: { args: z.tuple([]), effects: { on: { to: true } } },
    off: { args: z.tuple([]), effects: { on: { to: false } } },
  },
  events: [],
  values: { on: { type: 'boolean' } },
  inputs: {},
  safe: { signal: 0 },
  quietWhilePaused: 'off',

  simulated({ pins }) {
    const sound = (on: boolean) => pins.write('signal', on ? 1 : 0);
    sound(false);
    return {
      commands: { on: () => sound(true), off: () => sound(false) },
      values: { on: () => pins.level('signal') === 1 },
      inputs: {},
      makeSafe: () => sound(false),
      close() {},
    };
  },

  johnnyFive({ five, board, pins }) {
    // johnny-five's Piezo makes the tone itself, for passive ones; an active buzzer is a plain digital pin.
    const device = new five.Pin({ pin: pins.signal!, board });
    device.low();
    return {
      commands: { on: () => device.high(), off: () => device.low() },
      values: { on: () => device.value === 1 },
      makeSafe: () => device.low(),
      close() {},
    };
  },
};

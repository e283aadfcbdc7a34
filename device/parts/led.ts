import { z } from 'zod';
import type { PartDefinition } from './part.ts';

/** An LED with its resistor, from a GPIO to ground: it shines while the pin is high. */
export const led: PartDefinition = {
  type: 'led',
  pins: { anode: { direction: 'output' } },
  commands: {
    on: { args: z.tuple([]), effects: { on: { to: true } } },
    off: { args: z.tuple([]), effects: { on: { to: false } } },
    toggle: { args: z.tuple([]), effects: { on: { flip: true } } },
  },
  events: [],
  values: { on: { type: 'boolean' } },
  inputs: {},
  safe: { anode: 0 },

  simulated({ pins }) {
    const shine = (on: boolean) => pins.write('anode', on ? 1 : 0);
    const isOn = () => pins.level('anode') === 1;
    shine(false);
    return {
      commands: { on: () => shine(true), off: () => shine(false), toggle: () => shine(!isOn()) },
      values: { on: isOn },
      inputs: {},
      makeSafe: () => shine(false),
      close() {},
    };
  },

  johnnyFive({ five, board, pins }) {
    const device = new five.Led({ pin: pins.anode!, board });
    device.off();
    return {
      commands: { on: () => device.on(), off: () => device.off(), toggle: () => device.toggle() },
      values: { on: () => device.isOn },
      // `stop` ends an animation that johnny-five runs by itself, which `off` alone would leave going.
      makeSafe: () => device.stop().off(),
      close: () => device.stop(),
    };
  },
};

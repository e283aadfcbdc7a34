import * as z from 'zod/mini';
import { numberWithin } from './number-within.ts';
import type { PartDefinition } from './part.ts';
import { analogByte, analogPulses } from './pulse-forms.ts';

/**
 * An LED from a GPIO through its resistor (330 Ω: about 4 mA) to ground: it shines while the pin is high. Its
 * brightness is the share of the time that the pin is high, in %, in steps of 1/255; eyes find half of it brighter
 * than half.
 */
export const led: PartDefinition = {
  type: 'led',
  pins: { anode: { direction: 'output' } },
  commands: {
    on: { args: z.tuple([]), effects: { on: { to: true } } },
    off: { args: z.tuple([]), effects: { on: { to: false } } },
    toggle: { args: z.tuple([]), effects: { on: { flip: true } } },
    brightness: { args: z.tuple([numberWithin(0, 100)]), effects: { on: { arg: 0, above: 0 } } },
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
      commands: {
        on: () => shine(true),
        off: () => shine(false),
        toggle: () => shine(!isOn()),
        brightness: (percent: number) => pins.pulse('anode', analogPulses(analogByte(percent))),
      },
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
      commands: {
        on: () => device.on(),
        off: () => device.off(),
        toggle: () => device.toggle(),
        brightness: (percent: number) => device.brightness(analogByte(percent)),
      },
      values: { on: () => device.isOn },
      // `stop` ends an animation that johnny-five runs by itself, which `off` alone would leave going.
      makeSafe: () => device.stop().off(),
      close: () => device.stop(),
    };
  },
};

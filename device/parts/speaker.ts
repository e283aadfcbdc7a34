import * as z from 'zod/mini';
import type { Pulses } from './buses.ts';
import { numberWithin } from './number-within.ts';
import type { PartDefinition } from './part.ts';

const lowest = 20;
const highest = 5000;

/**
 * A passive buzzer or piezo disc from a GPIO through 100 to 330 Ω to ground; a small loudspeaker (8 Ω) needs a
 * transistor in between. It plays a tone of 20 to 5,000 Hz, a square wave: pulses of half of the time. Made by
 * software, high tones are rough, and all tones while the Pi is busy; a pin with hardware PWM (12, 13, 18, 19) plays
 * them clean.
 */
export const speaker: PartDefinition = {
  type: 'speaker',
  pins: { signal: { direction: 'output' } },
  commands: {
    tone: {
      args: z.tuple([numberWithin(lowest, highest)]),
      effects: { on: { to: true }, hertz: { arg: 0, min: lowest, max: highest } },
    },
    off: { args: z.tuple([]), effects: { on: { to: false }, hertz: { to: 0 } } },
  },
  events: [],
  values: {
    on: { type: 'boolean' },
    /** The tone it plays; 0 when it is silent. */
    hertz: { type: 'number', unit: 'Hz', min: 0, max: highest, resolution: 1 },
  },
  inputs: {},
  safe: { signal: 0 },
  quietWhilePaused: 'off',

  simulated: ({ pins, changed }) => ({
    ...squareWave((pulses) => pins.pulse('signal', pulses), changed),
    inputs: {},
  }),

  // johnny-five's Piezo times each half of a wave in JavaScript, and keeps the processor busy all the while.
  johnnyFive: ({ pulse, changed }) => squareWave((pulses) => pulse('signal', pulses), changed),
};

function squareWave(pulse: (pulses: Pulses) => void, changed: (value: string) => void) {
  let playing = 0;
  const tone = (hertz: number) => {
    playing = hertz;
    pulse({ hertz, duty: 0.5 });
    changed('hertz');
  };
  const off = () => {
    playing = 0;
    pulse({ hertz: lowest, duty: 0 });
    changed('hertz');
  };
  off();
  return {
    commands: { tone, off },
    values: { on: () => playing > 0, hertz: () => playing },
    makeSafe: off,
    close() {},
  };
}

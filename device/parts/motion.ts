import * as z from 'zod/mini';
import { followLevel } from './follow-level.ts';
import type { PartDefinition, PartOptions } from './part.ts';

/**
 * A PIR motion detector (HC-SR501, AM312). It is supplied with 5 V (the AM312 with 3.3 V), **its output must be one of
 * 3.3 V**, as these have: high while it notices movement, and on for its hold time after the last one. On the part a
 * screw sets that time; the option `hold` (1 to 300 s, 3 unless given) is the simulated part's. It needs up to a
 * minute after power-on until it is calm.
 */
export const motion: PartDefinition = {
  type: 'motion',
  pins: { signal: { direction: 'input', pull: 'down' } },
  options: z.strictObject({ hold: z._default(z.number().check(z.gte(1), z.lte(300)), 3) }),
  commands: {},
  events: ['moved', 'still'],
  values: { motion: { type: 'boolean' } },
  inputs: {
    move: { type: 'action', event: 'moved', lasts: { until: 'still', seconds: holdSeconds } },
  },
  safe: {},

  simulated({ pins, options, clock, emit }) {
    let cancel = () => {};
    pins.onChange('signal', (level) => emit(level === 1 ? 'moved' : 'still'));
    return {
      commands: {},
      values: { motion: () => pins.level('signal') === 1 },
      inputs: {
        move() {
          cancel();
          pins.drive('signal', 1);
          cancel = clock.after(holdSeconds(options) * 1e6, () => pins.drive('signal', null));
        },
      },
      makeSafe() {},
      close: () => cancel(),
    };
  },

  johnnyFive(context) {
    const signal = followLevel(context, context.pins.signal!, (level) =>
      context.emit(level === 1 ? 'moved' : 'still'),
    );
    return {
      commands: {},
      values: { motion: () => signal.level === 1 },
      makeSafe() {},
      close: () => signal.close(),
    };
  },
};

function holdSeconds({ hold }: PartOptions): number {
  return Number(hold);
}

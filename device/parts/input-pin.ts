import * as z from 'zod/mini';
import { followLevel } from './follow-level.ts';
import type { PartDefinition, PinDefinition } from './part.ts';

const options = z.strictObject({
  /** The Pi's own resistor (about 50 kΩ) to 3.3 V, to ground, or none. */
  pull: z._default(z.enum(['up', 'down', 'none']), 'none'),
});

/**
 * A bare GPIO that is read: high or low. **It bears 3.3 V at most.** Without a resistor a pin that nothing drives
 * floats, and reads as whatever is near it.
 */
export const inputPin: PartDefinition = {
  type: 'input-pin',
  pins: { signal: { direction: 'input' } },
  pinsFor: ({ pull }) => {
    const signal: PinDefinition = { direction: 'input' };
    return { signal: pull === 'up' || pull === 'down' ? { ...signal, pull } : signal };
  },
  options,
  commands: {},
  events: ['high', 'low'],
  values: { high: { type: 'boolean' } },
  inputs: {
    high: { type: 'action', event: 'high' },
    low: { type: 'action', event: 'low' },
  },
  safe: {},

  simulated({ pins, emit }) {
    pins.onChange('signal', (level) => emit(level === 1 ? 'high' : 'low'));
    return {
      commands: {},
      values: { high: () => pins.level('signal') === 1 },
      inputs: { high: () => pins.drive('signal', 1), low: () => pins.drive('signal', 0) },
      makeSafe() {},
      close() {},
    };
  },

  johnnyFive(context) {
    const signal = followLevel(context, context.pins.signal!, (level) =>
      context.emit(level === 1 ? 'high' : 'low'),
    );
    return {
      commands: {},
      values: { high: () => signal.level === 1 },
      makeSafe() {},
      close: () => signal.close(),
    };
  },
};

import type { DigitalLines } from '../johnny-five/digital-lines.ts';
import type { Guard } from './guard.ts';

/**
 * Lines whose outputs a guard makes safe should this process be killed.
 *
 * @param placeOf where the guard finds a GPIO: by its number, unless the hardware's PWM drives it.
 */
export function guardedLines(
  lines: DigitalLines,
  guard: Guard,
  placeOf: (gpio: number) => number | string = (gpio) => gpio,
): DigitalLines {
  const release = async () => {
    await lines.release();
    guard.protect([]);
  };
  return {
    async claim(settings) {
      const outputs = settings.filter(({ direction }) => direction === 'output');
      // Before the claim: there must be no moment in which an output is ours and unprotected.
      guard.protect(outputs.map(({ gpio, safe = 0 }) => ({ place: placeOf(gpio), level: safe })));
      try {
        await lines.claim(settings);
      } catch (error) {
        // What somebody else uses is not ours to set.
        guard.protect([]);
        throw error;
      }
    },
    write: (gpio, level) => lines.write(gpio, level),
    pulse: (gpio, pulses) => lines.pulse(gpio, pulses),
    read: (gpio) => lines.read(gpio),
    onInput: (listener) => lines.onInput(listener),
    release,
    async close() {
      await lines.close();
      await guard.dismiss();
    },
  };
}

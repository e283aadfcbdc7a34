import type { DigitalLines } from '../johnny-five/digital-lines.ts';
import type { Guard, GuardedOutput } from './guard.ts';

/**
 * Lines whose outputs a guard sets low should this process be killed.
 *
 * @param outputOf what the guard is told of a GPIO; its number, unless the hardware's PWM drives it.
 */
export function guardedLines(
  lines: DigitalLines,
  guard: Guard,
  outputOf: (gpio: number) => GuardedOutput = (gpio) => gpio,
): DigitalLines {
  const release = async () => {
    await lines.release();
    guard.protect([]);
  };
  return {
    async claim(settings) {
      const outputs = settings.filter(({ direction }) => direction === 'output');
      // Before the claim: there must be no moment in which an output is ours and unprotected.
      guard.protect(outputs.map(({ gpio }) => outputOf(gpio)));
      try {
        await lines.claim(settings);
      } catch (error) {
        // What somebody else uses is not ours to set low.
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

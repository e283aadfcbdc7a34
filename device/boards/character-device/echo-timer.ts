import type { EchoTimer } from '../../parts/buses.ts';
import type { Clock } from '../../program/clock.ts';
import type { KernelLines } from './kernel-lines.ts';

/** What the sensor wants at least, in µs (HC-SR04 data sheet). */
const triggerMicros = 10;
/** How long an edge may take from the kernel to us, in µs; only its own time counts. */
const deliveryMicros = 20_000;

/**
 * Times echoes by the kernel's own time of the edges, so that neither Node's event loop nor a busy Pi makes a
 * distance longer.
 */
export function createEchoTimer(lines: Pick<KernelLines, 'strike' | 'onEdge'>, clock: Clock): EchoTimer {
  return {
    measure: (trigger, echo, timeout) =>
      new Promise((resolve) => {
        let struckAt = Number.POSITIVE_INFINITY;
        let roseAt: number | undefined;
        const end = (length: number | undefined) => {
          forget();
          cancel();
          resolve(length);
        };
        const forget = lines.onEdge((gpio, level, at) => {
          // An edge of before belongs to an echo that nobody waits for any more.
          if (gpio !== echo || at < struckAt) return;
          if (level === 1) roseAt = at;
          else if (roseAt !== undefined) end(at - struckAt <= timeout ? at - roseAt : undefined);
        });
        const cancel = clock.after(timeout + deliveryMicros, () => end(undefined));
        struckAt = lines.strike(trigger, triggerMicros);
      }),
  };
}

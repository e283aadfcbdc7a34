import type { Clock } from '../program/clock.ts';

/**
 * The least time between two looks at a sensor that fails, in µs: a transfer on a bus that hangs holds up the whole
 * agent for as long as the kernel's patience lasts, which is a second.
 */
const failingInterval = 2_000_000;

/**
 * Looks at a sensor at once and then every `interval` µs, less often while it fails. What a look throws is told once;
 * it is told again only after a look in between went well.
 *
 * @returns how to stop.
 */
export function poll(
  clock: Clock,
  interval: number,
  look: () => void,
  failed: (error: unknown) => void,
): () => void {
  let failing = false;
  let stopped = false;
  let cancel = () => {};
  const turn = () => {
    try {
      look();
      failing = false;
    } catch (error) {
      if (!failing) failed(error);
      failing = true;
    }
    if (!stopped) cancel = clock.after(failing ? Math.max(interval, failingInterval) : interval, turn);
  };
  turn();
  return () => {
    stopped = true;
    cancel();
  };
}

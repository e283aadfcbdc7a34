import type { Clock } from '../program/clock.ts';

/**
 * Looks at a sensor at once and then every `interval` µs. What a look throws is told once; it is told again only
 * after a look in between went well.
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
  let cancel = () => {};
  const turn = () => {
    cancel = clock.after(interval, turn);
    try {
      look();
      failing = false;
    } catch (error) {
      if (!failing) failed(error);
      failing = true;
    }
  };
  turn();
  return () => cancel();
}

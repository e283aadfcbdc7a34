import type { Clock } from '../program/clock.ts';

/** How long a program may go on without the server: 10 minutes, in ms. */
export const ownerAwayLimitMs = 10 * 60_000;

/** Notices that nobody could stop the program any more because the connection stays away. */
export interface OwnerWatch {
  online(): void;
  offline(): void;
  close(): void;
}

/** @param onLost called once per absence, when it has lasted the limit */
export function createOwnerWatch(
  clock: Clock,
  onLost: () => void,
  limitMs: number = ownerAwayLimitMs,
): OwnerWatch {
  let cancel: (() => void) | undefined;
  const stop = () => {
    cancel?.();
    cancel = undefined;
  };
  return {
    online: stop,
    offline() {
      cancel ??= clock.after(limitMs * 1000, onLost);
    },
    close: stop,
  };
}

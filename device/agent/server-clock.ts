/**
 * Estimates the server's clock from the stamps of its messages. A Pi has no battery clock and may jump when it
 * first hears of the time, so the estimate rests on the monotonic clock alone.
 *
 * Each message gives `local − sentAt` = offset + its time under way; the least of them is the best estimate. It
 * errs only to the late side, so an order is never taken for expired too early. No message is under way for long on a
 * connection that stands, so one that seems to be tells of a server whose clock was set back.
 */
export interface ServerClock {
  /** @param sentAt the server's stamp, ms since 1970 */
  observe(sentAt: number): void;
  /** The server's time now, ms since 1970; `undefined` before the first message. */
  now(): number | undefined;
  /** A new connection, perhaps a restarted server whose clock was set: begin anew. */
  reset(): void;
}

/** More than a message can be under way before the connection counts as lost, in ms. */
const longestWayMs = 60_000;

/** @param monotonicMs a clock that never jumps, in ms */
export function createServerClock(monotonicMs: () => number): ServerClock {
  let offset: number | undefined;
  return {
    observe(sentAt) {
      const difference = monotonicMs() - sentAt;
      if (offset === undefined || difference < offset || difference > offset + longestWayMs)
        offset = difference;
    },
    now: () => (offset === undefined ? undefined : monotonicMs() - offset),
    reset() {
      offset = undefined;
    },
  };
}

/** Delays of the reconnect schedule, in ms. */
export interface ReconnectLimits {
  /** Upper bound of the first delay. */
  readonly baseMs: number;
  /** Upper bound of every delay. */
  readonly capMs: number;
}

export interface ReconnectSchedule {
  /** The delay before the next attempt, in ms. */
  next(): number;
  /** The delay after a refusal that only people can heal (a wrong secret): between half the cap and the cap. */
  nextSlow(): number;
  /** The connection has proven stable: begin anew. */
  reset(): void;
}

/** What a classroom's network wants: back quickly after a hiccup, and no storm after the server's restart. */
export const defaultReconnectLimits: ReconnectLimits = { baseMs: 500, capMs: 30_000 };

/**
 * Exponential backoff with full jitter: attempt n waits a random time between 0 and `base · 2ⁿ`, at most the cap.
 * Full jitter spreads a whole fleet evenly over the window, which a fixed delay plus some noise does not.
 *
 * @param random uniform in [0, 1)
 */
export function createReconnectSchedule(
  random: () => number,
  limits: ReconnectLimits = defaultReconnectLimits,
): ReconnectSchedule {
  let attempt = 0;
  return {
    next() {
      const ceiling = Math.min(limits.capMs, limits.baseMs * 2 ** attempt);
      if (ceiling < limits.capMs) attempt += 1;
      return Math.round(random() * ceiling);
    },
    nextSlow: () => Math.round((limits.capMs / 2) * (1 + random())),
    reset() {
      attempt = 0;
    },
  };
}

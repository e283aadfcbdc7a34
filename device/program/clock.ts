/** Time, injected wherever a program or a board needs it, so that tests and goal checks can run at their own pace. */
export interface Clock {
  /** Monotonic time in µs from an arbitrary origin. */
  now(): number;
  /** Calls back after `delay` µs or later; returns how to cancel. */
  after(delay: number, callback: () => void): () => void;
}

/** The machine's own monotonic clock; timers fire with its timers' resolution, about 1 ms. */
export const systemClock: Clock = {
  now: () => Math.round(performance.now() * 1000),
  after(delay, callback) {
    const timer = setTimeout(callback, Math.max(0, delay / 1000));
    return () => clearTimeout(timer);
  },
};

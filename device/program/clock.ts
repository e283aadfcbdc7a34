/** Time, injected wherever a program or a board needs it, so that tests and goal checks can run at their own pace. */
export interface Clock {
  /** Monotonic time in µs from an arbitrary origin. */
  now(): number;
  /** Calls back after `delay` µs or later; returns how to cancel. */
  after(delay: number, callback: () => void): () => void;
}

/** What `setTimeout` takes at most, in ms: 24.8 days. It fires at once for more. */
const longestTimeout = 2 ** 31 - 1;

/** The machine's own monotonic clock; timers fire with its timers' resolution, about 1 ms. */
export const systemClock: Clock = {
  now: () => Math.round(performance.now() * 1000),
  after(delay, callback) {
    let left = delay > 0 ? delay / 1000 : 0;
    let timer: ReturnType<typeof setTimeout>;
    const sleep = () => {
      const nap = Math.min(left, longestTimeout);
      left -= nap;
      timer = setTimeout(left > 0 ? sleep : callback, nap);
    };
    sleep();
    return () => clearTimeout(timer);
  },
};

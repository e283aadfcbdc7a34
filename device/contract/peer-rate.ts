/** How many messages may go from one Pi to others, and how many may come to one: a token bucket each. */
export interface PeerRate {
  /** Messages a second in the long run. */
  readonly perSecond: number;
  /** Messages at once, after a silence. */
  readonly burst: number;
}

/** What one seat may send. An agent keeps to it, and the server sees to it. */
export const sendingRate: PeerRate = { perSecond: 10, burst: 20 };

/** What comes to one seat at most: with thirty seats that all write to all, it is this that keeps the class alive. */
export const hearingRate: PeerRate = { perSecond: 20, burst: 40 };

/** Counts by a rate; what is too much is refused, it does not wait. */
export class PeerAllowance {
  readonly #rate: PeerRate;
  readonly #now: () => number;
  #left: number;
  #filledAt: number;

  /** @param now a clock in s that never goes back. */
  constructor(rate: PeerRate, now: () => number) {
    this.#rate = rate;
    this.#now = now;
    this.#left = rate.burst;
    this.#filledAt = now();
  }

  /** Whether one more message may pass; if so, it is counted. */
  take(): boolean {
    const { burst, perSecond } = this.#rate;
    const now = this.#now();
    this.#left = Math.min(burst, this.#left + (now - this.#filledAt) * perSecond);
    this.#filledAt = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}

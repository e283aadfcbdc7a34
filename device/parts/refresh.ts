import type { Clock } from '../program/clock.ts';

export interface RefreshOptions {
  readonly clock: Clock;
  /** The least time between two sendings, in µs. */
  readonly interval: number;
  /** Brings what changed to the display. @returns whether there is more that should wait for its turn. */
  readonly send: () => boolean;
  /** Sending failed while nobody had asked for anything. */
  readonly failed: (error: unknown) => void;
}

/**
 * Brings a picture to a display that hangs on a slow bus: a change is sent at once, those that follow closely are
 * sent together, so that a program that paints without a pause does not hold up its agent.
 */
export class Refresh {
  readonly #options: RefreshOptions;
  #cancel: (() => void) | undefined;
  #due = false;
  #error: unknown;

  constructor(options: RefreshOptions) {
    this.#options = options;
  }

  /** Sends the first picture. A display that is not there yet is only reported: it may be plugged in later. */
  begin(): void {
    this.#send();
    if (this.#error !== undefined) this.#options.failed(this.#error);
  }

  /**
   * Something changed.
   * @throws what sending threw, now or the last time, so that a program hears of a display that is gone.
   */
  request(): void {
    if (this.#cancel) this.#due = true;
    else this.#send();
    if (this.#error !== undefined) throw this.#error;
  }

  /** Forgets what was due; nothing is sent any more until the next request. */
  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#due = false;
    this.#error = undefined;
  }

  #send(): void {
    this.#due = false;
    try {
      this.#due = this.#options.send();
      this.#error = undefined;
    } catch (error) {
      this.#error = error;
    }
    this.#cancel = this.#options.clock.after(this.#options.interval, () => {
      this.#cancel = undefined;
      if (!this.#due) return;
      const known = this.#error !== undefined;
      this.#send();
      if (this.#error !== undefined && !known) this.#options.failed(this.#error);
    });
  }
}

import type { Clock } from './clock.ts';

/** Between two pings, in µs. */
const interval = 2_000_000;
/** Pings without an answer until an isolate counts as hung; one slow moment of the machine must not end a program. */
const patience = 3;

/** Watches that an isolate still answers. A stack that runs too long ends by itself; this is for all else. */
export class Watchdog {
  readonly #clock: Clock;
  readonly #ping: () => void;
  readonly #hung: () => void;
  #unanswered = 0;
  #cancel: (() => void) | undefined;

  constructor(clock: Clock, ping: () => void, hung: () => void) {
    this.#clock = clock;
    this.#ping = ping;
    this.#hung = hung;
  }

  start(): void {
    this.#cancel = this.#clock.after(interval, () => this.#look());
  }

  /** A sign of life. */
  alive(): void {
    this.#unanswered = 0;
  }

  stop(): void {
    this.#cancel?.();
  }

  #look(): void {
    if (this.#unanswered >= patience) {
      this.#hung();
      return;
    }
    this.#unanswered += 1;
    this.#ping();
    this.start();
  }
}

import type { Clock } from '../clock.ts';

/** Between two looks in µs. */
const interval = 50_000;

/** Looks at a program's variables when it has run, at most 20 times a second, and always once more after the last time. */
export class VariableWatch {
  readonly #clock: Clock;
  readonly #look: () => void;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #cancel: (() => void) | undefined;

  constructor(clock: Clock, look: () => void) {
    this.#clock = clock;
    this.#look = look;
  }

  /** The program has run. */
  ran(): void {
    if (this.#cancel) return;
    const left = this.#lookedAt + interval - this.#clock.now();
    if (left <= 0) this.#now();
    else this.#cancel = this.#clock.after(left, () => this.#now());
  }

  stop(): void {
    this.#cancel?.();
  }

  #now(): void {
    this.#cancel = undefined;
    this.#lookedAt = this.#clock.now();
    this.#look();
  }
}

import type { Clock } from './clock.ts';

/** The time of one program, in µs: the clock's, but that it stands still while the program does. */
export class ProgramTime {
  readonly #clock: Pick<Clock, 'now'>;
  /** How far this time is behind the clock. */
  #behind = 0;
  #frozenAt: number | undefined;

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  now(): number {
    return this.#frozenAt ?? this.#clock.now() - this.#behind;
  }

  freeze(): void {
    this.#frozenAt ??= this.now();
  }

  thaw(): void {
    if (this.#frozenAt === undefined) return;
    this.#behind = this.#clock.now() - this.#frozenAt;
    this.#frozenAt = undefined;
  }

  /** Lets this many µs pass at once while it stands still; does nothing while it does not. */
  skip(by: number): void {
    if (this.#frozenAt !== undefined) this.#frozenAt += Math.max(0, by);
  }
}

import type { Clock } from './clock.ts';
import { firstCredit } from './isolate/to-isolate.ts';

/** Between two grants, in µs: with the grant's size, 6,400 commands a second at most. */
const interval = 10_000;

/** Gives an isolate new credit for the commands that were carried out, at a pace that leaves the owner room. */
export class CommandCredit {
  readonly #clock: Clock;
  readonly #grant: (commands: number) => void;
  #owed = 0;
  #cancel: (() => void) | undefined;

  constructor(clock: Clock, grant: (commands: number) => void) {
    this.#clock = clock;
    this.#grant = grant;
  }

  /** A command was carried out. */
  spent(): void {
    this.#owed += 1;
    // With half of its credit left, the isolate has no need yet.
    if (this.#owed >= firstCredit / 2) this.#cancel ??= this.#clock.after(interval, () => this.#pay());
  }

  stop(): void {
    this.#cancel?.();
  }

  #pay(): void {
    this.#cancel = undefined;
    const grant = Math.min(this.#owed, firstCredit);
    this.#owed -= grant;
    this.#grant(grant);
  }
}

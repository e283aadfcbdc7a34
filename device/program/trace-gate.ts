import type { Clock } from './clock.ts';

export interface TraceGateOptions<Event> {
  readonly clock: Clock;
  /** Events that pass in one window. */
  readonly perWindow: number;
  /** Names what an event tells the present state of: of those held back with one name, the last passes. */
  readonly stateOf: (event: Event) => string | undefined;
  readonly pass: (event: Event) => void;
  /** So many events were lost, before those that pass next. */
  readonly gap: (dropped: number) => void;
}

/** Length of a window in µs. */
const windowLength = 50_000;

/**
 * Lets so many events pass in 50 ms and drops the rest, so that a tight loop cannot flood who listens. What was
 * dropped is counted, and after it the present state is told, so that nobody is left with a stale level.
 */
export class TraceGate<Event> {
  readonly #options: TraceGateOptions<Event>;
  readonly #held = new Map<string, Event>();
  #passed = 0;
  #dropped = 0;
  #cancelWindow: (() => void) | undefined;

  constructor(options: TraceGateOptions<Event>) {
    this.#options = options;
  }

  push(event: Event): void {
    this.#cancelWindow ??= this.#options.clock.after(windowLength, () => this.#endWindow());
    if (this.#passed < this.#options.perWindow) {
      this.#passed += 1;
      this.#options.pass(event);
      return;
    }
    const state = this.#options.stateOf(event);
    if (state === undefined) {
      this.#dropped += 1;
      return;
    }
    if (this.#held.has(state)) this.#dropped += 1;
    // Deleted first, so that the held events keep the order in which they came.
    this.#held.delete(state);
    this.#held.set(state, event);
  }

  /** Tells what is held back, and begins anew: for a moment that must come after it, such as the end of a run. */
  close(): void {
    this.#cancelWindow?.();
    this.#cancelWindow = undefined;
    this.#passed = 0;
    this.#release();
  }

  #endWindow(): void {
    this.#cancelWindow = undefined;
    this.#passed = this.#held.size;
    this.#release();
    if (this.#passed > 0)
      this.#cancelWindow = this.#options.clock.after(windowLength, () => this.#endWindow());
  }

  #release(): void {
    const held = [...this.#held.values()];
    const dropped = this.#dropped;
    this.#held.clear();
    this.#dropped = 0;
    if (dropped > 0) this.#options.gap(dropped);
    for (const event of held) this.#options.pass(event);
  }
}

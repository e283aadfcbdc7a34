import type { Clock } from './clock.ts';

interface Timer {
  readonly due: number;
  readonly callback: () => void;
}

/** A clock that moves only when told to, from 0 µs; timers of one moment fire in the order they were set. */
export class VirtualClock implements Clock {
  #now = 0;
  readonly #timers = new Set<Timer>();

  now(): number {
    return this.#now;
  }

  after(delay: number, callback: () => void): () => void {
    const timer = { due: this.#now + Math.max(0, Math.ceil(delay)), callback };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** Passes this many µs, firing the timers on the way, those they set included. */
  advance(by: number): void {
    const end = this.#now + by;
    for (let next = this.#next(); next && next.due <= end; next = this.#next()) {
      this.#timers.delete(next);
      this.#now = next.due;
      next.callback();
    }
    this.#now = end;
  }

  /** The moment of the next timer in µs; `undefined` when none is set. */
  get nextTimer(): number | undefined {
    return this.#next()?.due;
  }

  #next(): Timer | undefined {
    let next: Timer | undefined;
    for (const timer of this.#timers) if (!next || timer.due < next.due) next = timer;
    return next;
  }
}

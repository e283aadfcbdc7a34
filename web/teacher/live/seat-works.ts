import type { Blocks } from '../../../server/live/contract/live.ts';

/** A seat's work as the server told it last; blocks are null while it is the lesson's beginning. */
export interface ShownWork {
  readonly version: number;
  readonly blocks: Blocks | null;
}

/** The work of the seats, each heard by whoever shows it: a change of one seat draws no other. */
export class SeatWorks {
  readonly #works = new Map<string, ShownWork>();
  readonly #listeners = new Map<string, Set<() => void>>();

  get(seatId: string): ShownWork | undefined {
    return this.#works.get(seatId);
  }

  /** News of a seat. What is older than what is known came late and is left out. */
  put(seatId: string, work: ShownWork): void {
    const known = this.#works.get(seatId);
    if (known && work.version < known.version) return;
    this.#works.set(seatId, work);
    for (const tell of this.#listeners.get(seatId) ?? []) tell();
  }

  /** After a lost connection the server tells everything again; it may have come back with less than before. */
  restart(): void {
    for (const [seatId, work] of this.#works) this.#works.set(seatId, { ...work, version: -1 });
  }

  /** Calls back at each news of a seat; call what comes back to end it. */
  listen(seatId: string, tell: () => void): () => void {
    const listeners = this.#listeners.get(seatId) ?? new Set();
    this.#listeners.set(seatId, listeners.add(tell));
    return () => listeners.delete(tell);
  }
}

import { type PulseMemory, pulsePlaces } from './pulse-memory.ts';

/** A line that pulses; times in ns of one monotonic clock. */
interface Train {
  readonly number: number;
  riseAt: number;
  fallAt: number;
  /** Of the pulse under way. */
  period: number;
}

/** Levels for some lines at once, bit by bit: bit 0 is the request's first line. */
export interface LineBits {
  readonly bits: number;
  readonly mask: number;
}

/**
 * When which line rises and falls. Rises keep to the grid of their period; falls follow their own rise, however
 * late it was: for a servo the width of a pulse is what counts.
 */
export class PulseSchedule {
  readonly #memory: PulseMemory;
  readonly #trains: (Train | undefined)[] = new Array(pulsePlaces).fill(undefined);
  #next = Number.POSITIVE_INFINITY;
  #shortest = Number.POSITIVE_INFINITY;

  constructor(memory: PulseMemory) {
    this.#memory = memory;
  }

  /** When something is to be done next; infinite when no line pulses. */
  get next(): number {
    return this.#next;
  }

  /** The shortest period of all lines that pulse; infinite when none does. */
  get shortestPeriod(): number {
    return this.#shortest;
  }

  /** What to set now; a mask of 0 when it is nothing. To be called while the memory's lock is held. */
  due(now: number): LineBits {
    let bits = 0;
    let mask = 0;
    this.#next = Number.POSITIVE_INFINITY;
    this.#shortest = Number.POSITIVE_INFINITY;
    for (let place = 0; place < pulsePlaces; place += 1) {
      const train = this.#trainOf(place, now);
      if (!train) continue;
      if (now >= train.riseAt) {
        this.#rise(train, place, now);
        bits |= 1 << place;
        mask |= 1 << place;
      } else if (now >= train.fallAt) {
        train.fallAt = Number.POSITIVE_INFINITY;
        mask |= 1 << place;
      }
      this.#next = Math.min(this.#next, train.riseAt, train.fallAt);
      this.#shortest = Math.min(this.#shortest, train.period);
    }
    return { bits: bits >>> 0, mask: mask >>> 0 };
  }

  #trainOf(place: number, now: number): Train | undefined {
    const number = this.#memory.train(place);
    const known = this.#trains[place];
    if (known?.number === number) return known;
    const train =
      number === 0 ? undefined : { number, riseAt: now, fallAt: Number.POSITIVE_INFINITY, period: 0 };
    this.#trains[place] = train;
    return train;
  }

  #rise(train: Train, place: number, now: number): void {
    const { period, high } = this.#memory.times(place);
    train.period = period;
    train.fallAt = now + high;
    // Pulses that were slept through are not made up for.
    train.riseAt += period * (1 + Math.floor((now - train.riseAt) / period));
  }
}

import { SharedLock } from './shared-lock.ts';

/** Lines of a request that can pulse, by their place in it; the header has 28. */
export const pulsePlaces = 32;

/** What a line shall do, in ns. */
export interface PulseTimes {
  readonly period: number;
  /** Above 0 and below `period`. */
  readonly high: number;
}

/** Places of the words; from `firstTrain` on, there is one for each line. */
const words = { lock: 0, changes: 1, stop: 2, firstTrain: 4 } as const;
const wordBytes = 4 * (words.firstTrain + pulsePlaces);

/**
 * What the main thread and the pulsing thread share: which lines pulse, how, and a lock. Who holds the lock may
 * change it, and set lines; so that a level set by one is never overtaken by an edge of the other.
 */
export class PulseMemory {
  readonly buffer: SharedArrayBuffer;
  readonly lock: SharedLock;
  readonly #words: Int32Array<SharedArrayBuffer>;
  /** Period and high time, line by line. */
  readonly #times: Float64Array<SharedArrayBuffer>;

  constructor(buffer = new SharedArrayBuffer(wordBytes + 16 * pulsePlaces)) {
    this.buffer = buffer;
    this.#words = new Int32Array(buffer, 0, wordBytes / 4);
    this.#times = new Float64Array(buffer, wordBytes);
    this.lock = new SharedLock(this.#words, words.lock);
  }

  /** The number of the pulse train of a line, which changes with each new beginning; 0 when it does not pulse. */
  train(place: number): number {
    return Atomics.load(this.#words, words.firstTrain + place);
  }

  times(place: number): PulseTimes {
    return { period: this.#times[2 * place]!, high: this.#times[2 * place + 1]! };
  }

  /**
   * Lets a line pulse. A train that keeps its period goes on, and takes the new high time at its next pulse; so a
   * servo never sees half a pulse. Any other begins anew, at once.
   */
  begin(place: number, { period, high }: PulseTimes): void {
    const goesOn = this.train(place) !== 0 && this.#times[2 * place] === period;
    this.#times[2 * place] = period;
    this.#times[2 * place + 1] = high;
    if (goesOn) return;
    const at = words.firstTrain + place;
    Atomics.store(this.#words, at, (Atomics.load(this.#words, words.changes) & 0x3fff_ffff) + 1);
    this.#wake();
  }

  /** Ends a line's pulses. */
  end(place: number): void {
    Atomics.store(this.#words, words.firstTrain + place, 0);
  }

  /** How often a train began; what {@link rest} is woken by. */
  changes(): number {
    return Atomics.load(this.#words, words.changes);
  }

  /**
   * Rests until something begins.
   *
   * @param seen the {@link changes} that are known already.
   * @param longest in ms.
   * @returns whether something began.
   */
  rest(seen: number, longest: number): boolean {
    return Atomics.wait(this.#words, words.changes, seen, longest) !== 'timed-out';
  }

  /** Tells the pulsing thread to end. */
  stop(): void {
    Atomics.store(this.#words, words.stop, 1);
    this.#wake();
  }

  get stopped(): boolean {
    return Atomics.load(this.#words, words.stop) === 1;
  }

  #wake(): void {
    Atomics.add(this.#words, words.changes, 1);
    Atomics.notify(this.#words, words.changes);
  }
}

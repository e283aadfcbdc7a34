/** Nobody holds it; one does; one does and others wait. */
const free = 0;
const held = 1;
const contended = 2;

/**
 * A lock between threads on one word of shared memory.
 *
 * @see Ulrich Drepper, "Futexes Are Tricky", mutex 2
 */
export class SharedLock {
  readonly #words: Int32Array<SharedArrayBuffer>;
  readonly #at: number;

  constructor(words: Int32Array<SharedArrayBuffer>, at: number) {
    this.#words = words;
    this.#at = at;
  }

  /**
   * Runs `action` while no other thread is in its own.
   *
   * @param patience how long to wait for the lock, in ms; then `action` runs without it.
   * @returns whether the lock was held.
   */
  with(action: () => void, patience = Number.POSITIVE_INFINITY): boolean {
    const taken = this.#take(patience);
    try {
      action();
    } finally {
      if (taken) this.#release();
    }
    return taken;
  }

  #take(patience: number): boolean {
    let before = Atomics.compareExchange(this.#words, this.#at, free, held);
    if (before === free) return true;
    const end = performance.now() + patience;
    if (before !== contended) before = Atomics.exchange(this.#words, this.#at, contended);
    while (before !== free) {
      const left = end - performance.now();
      if (left <= 0) return false;
      Atomics.wait(this.#words, this.#at, contended, left);
      before = Atomics.exchange(this.#words, this.#at, contended);
    }
    return true;
  }

  #release(): void {
    if (Atomics.exchange(this.#words, this.#at, free) === contended) Atomics.notify(this.#words, this.#at, 1);
  }
}

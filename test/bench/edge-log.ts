/** Edges that were set, of up to 32 lines, in memory that threads share; times in ns. */
export class EdgeLog {
  static readonly capacity = 20_000;
  readonly buffer: SharedArrayBuffer;
  readonly #values: Float64Array;
  readonly #count: Int32Array;

  constructor(buffer = new SharedArrayBuffer(8 + 24 * EdgeLog.capacity)) {
    this.buffer = buffer;
    this.#count = new Int32Array(buffer, 0, 1);
    this.#values = new Float64Array(buffer, 8);
  }

  /** What comes after the log is full is left out. */
  add(at: number, bits: number, mask: number): void {
    const index = Atomics.load(this.#count, 0);
    if (index === EdgeLog.capacity) return;
    this.#values.set([at, bits, mask], 3 * index);
    Atomics.store(this.#count, 0, index + 1);
  }

  clear(): void {
    Atomics.store(this.#count, 0, 0);
  }

  /** The edges of one line, oldest first. */
  of(place: number): { at: number; level: 0 | 1 }[] {
    return Array.from({ length: Atomics.load(this.#count, 0) }, (_, index) =>
      this.#values.subarray(3 * index, 3 * index + 3),
    )
      .filter(([, , mask]) => (mask! >>> place) & 1)
      .map(([at, bits]) => ({ at: at!, level: (bits! >>> place) & 1 ? 1 : 0 }));
  }
}

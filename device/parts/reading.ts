/** What a measured value can be, as in its definition. */
export interface ReadingRange {
  readonly min: number;
  readonly max: number;
  readonly resolution: number;
}

/** How far a measurement must be from what was told, in resolutions: between two numbers it must not flutter. */
const hysteresis = 0.6;

/** A measured value, rounded to its resolution: what a sensor last told. */
export class Reading {
  readonly #range: ReadingRange;
  #told: number | undefined;

  constructor(range: ReadingRange) {
    this.#range = range;
  }

  /** 0 before anything was measured. */
  get value(): number {
    return this.#told ?? 0;
  }

  /**
   * Takes a measurement, which may lie out of range, and leaves aside what is no number: a chip that answers nonsense
   * while it is plugged in. @returns whether the value is another one now.
   */
  take(measured: number): boolean {
    if (Number.isNaN(measured)) return false;
    const { min, max, resolution } = this.#range;
    const within = Math.min(max, Math.max(min, measured));
    if (this.#told !== undefined && Math.abs(within - this.#told) < hysteresis * resolution) return false;
    // By dividing, because 0.1 as a factor leaves 21.400000000000002.
    const steps = Math.round(1 / resolution);
    const rounded = Math.round(within * steps) / steps;
    if (rounded === this.#told) return false;
    this.#told = rounded;
    return true;
  }
}

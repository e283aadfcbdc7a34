/** Longest pause between the two presses of `Esc Esc`, in ms. */
export const doublePressPause = 600;

/** Hears a key pressed twice in a row. Times are ms on any one clock. */
export class DoublePress {
  #last: number | null = null;

  /** Says whether this press is the second of two; a third begins anew. */
  press(at: number): boolean {
    const second = this.#last !== null && at - this.#last <= doublePressPause;
    this.#last = second ? null : at;
    return second;
  }

  /** Another key came between. */
  reset(): void {
    this.#last = null;
  }
}

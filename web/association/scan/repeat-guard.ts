/** The same label in front of the camera counts once in this time, ms. */
const pause = 2000;

/** Keeps a camera that looks at one label for a while from reading it out again and again. */
export class RepeatGuard {
  #last = '';
  #at = Number.NEGATIVE_INFINITY;

  /** Whether a label that is seen at `now` (ms) counts; one that stays in view is put off for as long as it does. */
  counts(code: string, now: number): boolean {
    const fresh = code !== this.#last || now - this.#at > pause;
    this.#last = code;
    this.#at = now;
    return fresh;
  }
}

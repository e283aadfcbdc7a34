/** Least time between two notices of one seat's saves, ms. */
export const noticePause = 1000;

/**
 * Tells of saves, and of each seat not too often: a page that is watched saves many times a second, and all that a
 * teacher's card learns of it is when the last one was. The first save is told at once, the last of those that follow
 * when the pause is over.
 */
export class SaveNotices {
  readonly #tell: (seatId: string) => void;
  /** Seats that were told of just now, and whether more was saved since. */
  readonly #resting = new Map<string, { readonly timer: NodeJS.Timeout; again: boolean }>();

  constructor(tell: (seatId: string) => void) {
    this.#tell = tell;
  }

  saved(seatId: string): void {
    const rest = this.#resting.get(seatId);
    if (rest) {
      rest.again = true;
      return;
    }
    this.#tell(seatId);
    const timer = setTimeout(() => {
      const again = this.#resting.get(seatId)?.again;
      this.#resting.delete(seatId);
      if (again) this.saved(seatId);
    }, noticePause);
    this.#resting.set(seatId, { timer, again: false });
  }

  stop(): void {
    for (const { timer } of this.#resting.values()) clearTimeout(timer);
    this.#resting.clear();
  }
}

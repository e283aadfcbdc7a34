/** Longest pause between the two presses, ms. */
const pause = 600;

/** Hears `Esc Esc` anywhere on the page; any key in between begins anew. */
export class DoubleEscape {
  readonly #pressed: () => void;
  #last = Number.NEGATIVE_INFINITY;

  constructor(pressed: () => void) {
    this.#pressed = pressed;
  }

  handleEvent(event: Event): void {
    if (!(event instanceof KeyboardEvent) || event.repeat) return;
    if (event.key !== 'Escape') {
      this.#last = Number.NEGATIVE_INFINITY;
      return;
    }
    const second = event.timeStamp - this.#last <= pause;
    this.#last = second ? Number.NEGATIVE_INFINITY : event.timeStamp;
    if (second) this.#pressed();
  }
}

import { DoublePress } from './double-press.ts';

/** A `keydown` listener that hears `Esc Esc`, anywhere on the page when the window has it; any key in between begins anew. */
export class DoubleEscape {
  readonly #pressed: () => void;
  readonly #escape = new DoublePress();

  constructor(pressed: () => void) {
    this.#pressed = pressed;
  }

  handleEvent(event: Event): void {
    if (!(event instanceof KeyboardEvent) || event.repeat) return;
    if (event.key !== 'Escape') this.#escape.reset();
    else if (this.#escape.press(event.timeStamp)) this.#pressed();
  }
}

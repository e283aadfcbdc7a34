import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How often the words of a countdown are looked at again, ms. */
const everyMs = 5000;

/** Lets its host render again and again while it is shown, so that what it says of the time left stays true. */
export class Countdown implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#timer = setInterval(() => this.#host.requestUpdate(), everyMs);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }
}

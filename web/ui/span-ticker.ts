import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Countdown, countdown, left } from '../pupil/together/countdown.ts';

/** Counts down a span that the server has told, and draws its host anew each half second while there is something left. */
export class SpanTicker implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #told: unknown;
  #counting: Countdown | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#tick();
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** @param told what brought the span; the same object means that nothing new was told. */
  hear(span: number | null, told: unknown): void {
    if (told === this.#told) return;
    this.#told = told;
    this.#counting = countdown(span, performance.now());
    this.#tick();
  }

  /** What is left, ms; null: nothing is counted. */
  get left(): number | null {
    return this.#counting && left(this.#counting, performance.now());
  }

  #tick(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    if (!this.left) return;
    this.#timer = setInterval(() => {
      this.#host.requestUpdate();
      if (!this.left) clearInterval(this.#timer);
    }, 500);
  }
}

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Problem } from '../../device/contract/problem.ts';
import { problemOf } from '../ui/problem-text.ts';

/**
 * Asks again and again while the page is visible, and keeps the last answer when one fails. The next question
 * waits for the last answer, so a slow server is not asked faster than it answers.
 */
export class Polling<Answer> implements ReactiveController {
  answer: Answer | null = null;
  /** Why the last question failed. */
  problem: Problem | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #ask: () => Promise<Answer>;
  readonly #every: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #round = 0;

  /** `every` is the pause between answer and next question, in ms. */
  constructor(host: ReactiveControllerHost, ask: () => Promise<Answer>, every = 5000) {
    this.#host = host;
    this.#ask = ask;
    this.#every = every;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onVisibility);
    void this.now();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onVisibility);
    clearTimeout(this.#timer);
    this.#round += 1;
  }

  /** Asks at once, as after an own change. */
  async now(): Promise<void> {
    clearTimeout(this.#timer);
    this.#round += 1;
    const round = this.#round;
    try {
      const answer = await this.#ask();
      if (round !== this.#round) return;
      this.answer = answer;
      this.problem = null;
    } catch (error) {
      if (round !== this.#round) return;
      this.problem = problemOf(error);
    }
    this.#host.requestUpdate();
    if (!document.hidden) this.#timer = setTimeout(() => void this.now(), this.#every);
  }

  readonly #onVisibility = () => {
    if (document.hidden) clearTimeout(this.#timer);
    else void this.now();
  };
}

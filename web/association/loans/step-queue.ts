import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Problem } from '../../../device/contract/problem.ts';
import { problemOf } from '../../ui/problem-text.ts';
import { browserStorage, isPassing } from './kept-draft.ts';
import { type KeptStep, KeptSteps } from './kept-steps.ts';
import { tellLoan } from './loan-step.ts';
import { sendStep } from './send-step.ts';

/** Until it is tried again where the server was not reached, ms. */
const retryAfter = 3000;

/** What becomes of steps. */
export interface StepOutcome {
  done?(step: KeptStep): void;
  refused(step: KeptStep, problem: Problem): void;
}

/**
 * The scans of a loan on their way to the server, in the order in which they were said. What does not reach it waits in
 * the browser, over reloads too, and goes as soon as it can; what it refuses is told and forgotten.
 */
export class StepQueue implements ReactiveController {
  /** The server was not reached the last time. */
  unreached = false;
  readonly #host: ReactiveControllerHost & EventTarget;
  readonly #outcome: StepOutcome;
  #loanId = '';
  #kept: KeptSteps | null = null;
  #steps: readonly KeptStep[] = [];
  #sending = false;
  #connected = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost & EventTarget, outcome: StepOutcome) {
    this.#host = host;
    this.#outcome = outcome;
    host.addController(this);
  }

  /** What the server has not said yet. */
  get steps(): readonly KeptStep[] {
    return this.#steps;
  }

  hostConnected(): void {
    this.#connected = true;
    window.addEventListener('online', this.#send);
    if (this.#kept) this.#begin();
  }

  hostDisconnected(): void {
    this.#connected = false;
    window.removeEventListener('online', this.#send);
    clearTimeout(this.#timer);
  }

  /** Takes up what an earlier page left for this loan; the same loan again changes nothing. */
  of(loanId: string): void {
    if (this.#loanId === loanId) return;
    this.#loanId = loanId;
    this.#kept = new KeptSteps(browserStorage(), loanId);
    this.#begin();
  }

  add(step: KeptStep): void {
    this.#keep([...this.#steps, step]);
    // What waits for the server is tried at once: somebody is there and works.
    this.#send();
  }

  #begin(): void {
    this.#steps = this.#kept?.read() ?? [];
    this.#send();
  }

  #keep(steps: readonly KeptStep[]): void {
    this.#steps = steps;
    this.#kept?.keep(steps);
    this.#host.requestUpdate();
  }

  readonly #send = () => {
    clearTimeout(this.#timer);
    if (this.#sending || !this.#connected || this.#steps.length === 0) return;
    this.#sending = true;
    void this.#sendAll().finally(() => {
      this.#sending = false;
    });
  };

  async #sendAll(): Promise<void> {
    for (let step = this.#steps[0]; step && this.#connected; step = this.#steps[0]) {
      try {
        const loan = await sendStep(this.#loanId, step);
        this.unreached = false;
        tellLoan(this.#host, loan);
        this.#keep(this.#steps.slice(1));
        this.#outcome.done?.(step);
      } catch (error) {
        const problem = problemOf(error);
        this.unreached = isPassing(problem.code);
        this.#host.requestUpdate();
        if (this.unreached) {
          if (this.#connected) this.#timer = setTimeout(this.#send, retryAfter);
          return;
        }
        this.#keep(this.#steps.slice(1));
        this.#outcome.refused(step, problem);
      }
    }
  }
}

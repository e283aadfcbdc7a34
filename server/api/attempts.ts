import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { type HttpProblem, refusal } from './http-problem.ts';

/** How often something may be tried by one party. */
export interface AttemptRate {
  /** Failures: each could be a guess. */
  readonly failures: number;
  /** Successes: only against a machine that runs wild. */
  readonly successes: number;
  /** Both are counted in windows of this many seconds. */
  readonly seconds: number;
}

/**
 * For codes and links, by address; see `Guesses`. A whole school joins from one address. There are 113 million codes of
 * classes: who tries as many as this for a whole lesson of 45 minutes finds a given one with 1 chance in 2000.
 */
export const guessableRate: AttemptRate = { failures: 1200, successes: 400, seconds: 60 };
/** For sign-in, by address and e-mail address together. */
export const passwordRate: AttemptRate = { failures: 10, successes: 60, seconds: 300 };
/** For sign-in, by address alone: each attempt costs the processor a slow hash, whosever password it is. */
export const signInRate: AttemptRate = { failures: 100, successes: 600, seconds: 300 };

/** Counts attempts in memory and refuses who has had too many. */
export class Attempts {
  readonly #failures: RateLimiterMemory;
  readonly #successes: RateLimiterMemory;

  constructor(rate: AttemptRate) {
    this.#failures = new RateLimiterMemory({ points: rate.failures, duration: rate.seconds });
    this.#successes = new RateLimiterMemory({ points: rate.successes, duration: rate.seconds });
  }

  /** @throws HttpProblem `too-many-attempts` before anything is looked at. */
  async check(party: string): Promise<void> {
    const counts = await Promise.all([this.#failures.get(party), this.#successes.get(party)]);
    if (counts.every((count) => count === null || count.remainingPoints > 0)) return;
    throw tooMany(Math.max(...counts.map(usedUpFor)));
  }

  /**
   * Counts an attempt as failed before it is made. For what takes its time: else any number could be under way before
   * the first of them has failed.
   *
   * @returns what to call when it succeeded.
   * @throws HttpProblem `too-many-attempts`.
   */
  async begin(party: string): Promise<() => Promise<void>> {
    await this.check(party);
    await this.#failures.consume(party).catch((reason: unknown) => {
      throw reason instanceof RateLimiterRes ? tooMany(reason.msBeforeNext) : reason;
    });
    return async () => {
      await Promise.all([this.#failures.reward(party, 1), this.succeeded(party)]);
    };
  }

  failed(party: string): Promise<unknown> {
    return this.#failures.penalty(party, 1);
  }

  succeeded(party: string): Promise<unknown> {
    return this.#successes.penalty(party, 1);
  }
}

function tooMany(waitMs: number): HttpProblem {
  const wait = Math.max(1, Math.ceil(waitMs / 1000));
  return refusal(
    429,
    'too-many-attempts',
    `Das waren zu viele Versuche. In ${wait} Sekunden geht es weiter.`,
    `That was too many tries. You can go on in ${wait} seconds.`,
  );
}

function usedUpFor(count: RateLimiterRes | null): number {
  return count && count.remainingPoints <= 0 ? count.msBeforeNext : 0;
}

import type { Logger } from 'pino';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { Attempts, guessableRate } from './attempts.ts';
import { HttpProblem, refusal } from './http-problem.ts';

/** Wrong codes of one address in a minute, from which on they are refused as too many; a right one still counts. */
const many = { points: 40, duration: guessableRate.seconds };

/**
 * Watches over what could be guessed: codes and links, by address. A whole school has one address, so one child who
 * types wrong codes for fun must not shut out the others: a right code opens until the address has had as many wrong
 * ones as only a program types (`guessableRate`). Guessing stays hopeless, see `docs/architecture.md`.
 */
export class Guesses {
  readonly #attempts = new Attempts(guessableRate);
  readonly #many = new RateLimiterMemory(many);
  readonly #logger: Logger;

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  /**
   * Makes an attempt, and counts how it ended.
   *
   * @param what is guessed at, such as the endpoint's path; each has a count of its own
   * @throws HttpProblem `too-many-attempts`, or what `attempt` throws.
   */
  async watch<Result>(what: string, address: string, attempt: () => Promise<Result>): Promise<Result> {
    const party = `${what} ${address}`;
    await this.#attempts.check(party);
    try {
      const result = await attempt();
      await this.#attempts.succeeded(party);
      return result;
    } catch (error) {
      if (wasLate(error)) await this.#attempts.succeeded(party);
      if (!wasGuess(error)) throw error;
      await this.#attempts.failed(party);
      const wrong = await this.#many.penalty(party);
      this.#tell(what, address, wrong);
      throw wrong.consumedPoints > many.points ? manyWrong() : error;
    }
  }

  /** Says once a minute that somebody guesses, and once more when the door is shut. */
  #tell(what: string, address: string, { consumedPoints, msBeforeNext }: RateLimiterRes): void {
    if (consumedPoints !== many.points && consumedPoints !== guessableRate.failures) return;
    const shut = consumedPoints === guessableRate.failures;
    this.#logger.warn(
      { address, at: what, wrong: consumedPoints, forMs: msBeforeNext },
      shut ? 'codes are guessed by a program: nobody at this address gets in for now' : 'many wrong codes',
    );
  }
}

/** A nickname that does not fit, or an e-mail address that is taken, tells nothing about a code. */
function wasGuess(error: unknown): boolean {
  return error instanceof HttpProblem && [401, 403, 404].includes(error.status);
}

/** What was right and is over was known, not guessed: a class that tries again after its lesson shuts nobody out. */
function wasLate(error: unknown): boolean {
  return error instanceof HttpProblem && error.status === 410;
}

function manyWrong(): HttpProblem {
  return refusal(
    429,
    'too-many-attempts',
    'Das ist nicht der richtige Code, und aus eurem Netz kamen gerade viele falsche. Vergleiche ihn Zeichen für Zeichen; der richtige geht.',
    'That is not the right code, and many wrong ones have just come from your network. Compare it sign by sign; the right one works.',
  );
}

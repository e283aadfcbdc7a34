/** Time for which a class is held to something, and which "longer" adds, ms. */
export const holdTime = 5 * 60_000;
/** The most that can be left of a hold, ms: who forgets it must not lose the lesson by it. */
export const longestHold = 30 * 60_000;

/** What a teacher does to a hold. */
export type HoldAction = 'on' | 'off' | 'longer';

/**
 * When a hold ends after an action, on the clock of `now`; null: there is none.
 *
 * @param until when it would have ended; null: there was none.
 */
export function stepHold(until: number | null, action: HoldAction, now: number): number | null {
  const running = until !== null && until > now ? until : null;
  switch (action) {
    case 'off':
      return null;
    // A second press, perhaps by a second page of the teacher, takes nothing away.
    case 'on':
      return running ?? now + holdTime;
    // It may have ended while the teacher reached for the button; they wanted it to go on.
    case 'longer':
      return Math.min((running ?? now) + holdTime, now + longestHold);
  }
}

/** What is left of a hold, ms; null: there is none. */
export function leftOf(until: number | null, now: number): number | null {
  return until === null || until <= now ? null : Math.ceil(until - now);
}

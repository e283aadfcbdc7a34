/** How long a class is kept, known to server and pages alike. */

/** Days for which a class is kept after its end where its teacher has not said. */
export const defaultKeepDays = 7;

/** An active class ends by itself so many hours after its last sign of life. */
export const endsAfterHours = 18;

/** More days than any school year has left: the class is kept to its end. */
export const untilSchoolYearEnds = 366;

const dayMs = 24 * 60 * 60 * 1000;

/**
 * When a class that ended is deleted: after `keepDays`, but never later than the end of the school year, which in
 * Rhineland-Palatinate is 31 July.
 *
 * @param endedAt ms since 1970, as the result
 * @param keepDays 0: it goes with the end
 */
export function deletionTime(endedAt: number, keepDays: number): number {
  return Math.min(endedAt + keepDays * dayMs, schoolYearEnd(endedAt));
}

/** The midnight after the next 31 July, in German summer time, whatever the machine's time zone; ms since 1970. */
export function schoolYearEnd(now: number): number {
  const inYear = (year: number) => Date.UTC(year, 6, 31, 22);
  const year = new Date(now).getUTCFullYear();
  return now < inYear(year) ? inYear(year) : inYear(year + 1);
}

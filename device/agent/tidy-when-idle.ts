import type { Clock } from '../program/clock.ts';

export interface TidyOptions {
  readonly clock: Clock;
  /** Processor time of the process so far, all threads, in µs. */
  readonly processorTime: () => number;
  /** Whether a pause would disturb nobody: no program runs. */
  readonly isFree: () => boolean;
  readonly tidy: () => void;
}

/** How often is looked, in µs. */
const interval = 2_000_000;
/** More processor time than this within an interval is work; less than the second is rest. In µs. */
const work = 200_000;
const rest = 60_000;

/**
 * Tidies up once after each spell of work, as soon as the process rests. A fixed time after the start would not do:
 * what takes a Pi 5 one second takes a Zero 2 W ten, and an idle process collects no garbage by itself.
 *
 * @returns how to stop.
 */
export function tidyWhenIdle({ clock, processorTime, isFree, tidy }: TidyOptions): () => void {
  // Loading was work.
  let hasWorked = true;
  let before = processorTime();
  let cancel = () => {};
  const look = () => {
    const now = processorTime();
    const used = now - before;
    before = now;
    if (used > work || !isFree()) hasWorked = true;
    else if (hasWorked && used < rest) {
      hasWorked = false;
      tidy();
      // Tidying is no work that would have to be tidied up.
      before = processorTime();
    }
    cancel = clock.after(interval, look);
  };
  cancel = clock.after(interval, look);
  return () => cancel();
}

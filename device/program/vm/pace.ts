import type { Clock } from '../clock.ts';

/** Measures the turn of a stack, so that none starves another and none runs for ever. */
export interface Pace {
  /** A stack's turn begins. */
  begin(): void;
  /** Asked by the engine again and again while a stack runs: may it go on, should it yield, or is it hung? */
  check(): 'continue' | 'due' | 'overdue';
  /** Rest in µs after a round that left stacks wanting more, so that events come in and the processor cools. */
  readonly rest: number;
}

/** Questions that a stack must have been asked since it was due: a machine that slept did not give it a chance. */
const fairWarning = 10;

/** A turn is due after 4 ms, and overdue after `turnLimit` µs. */
export function realPace(clock: Clock, turnLimit = 2_000_000): Pace {
  let began = clock.now();
  let askedWhenDue = 0;
  return {
    begin() {
      began = clock.now();
      askedWhenDue = 0;
    },
    check() {
      const spent = clock.now() - began;
      if (spent < 4000) return 'continue';
      askedWhenDue += 1;
      return spent < turnLimit || askedWhenDue < fairWarning ? 'due' : 'overdue';
    },
    rest: 1000,
  };
}

/**
 * The same by counting, for a clock that stands still while a program computes: the engine asks once per
 * 10,000 calls and jumps, whatever the machine. A busy round then takes 10 ms of virtual time.
 */
export function countedPace(): Pace {
  let asked = 0;
  return {
    begin() {
      asked = 0;
    },
    check() {
      asked += 1;
      return asked < 500 ? 'due' : 'overdue';
    },
    rest: 10_000,
  };
}

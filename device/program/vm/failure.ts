import type { FailureKind } from './vm-contract.ts';

/** Why a program ended before its time, in the machine's words; `friendly-problem.ts` has those for people. */
export interface Failure {
  readonly kind:
    | FailureKind
    /** The source is no JavaScript. */
    | 'syntax'
    /** A stack did not yield for 2 s. */
    | 'overdue'
    /** More commands than can be kept, from a stack that does not yield. */
    | 'flood'
    /** The engine itself gave up. */
    | 'engine';
  /** Of what was thrown, or of the part that was named. */
  readonly name: string;
  /** Of what was thrown, or the command or value that was named. */
  readonly message: string;
  readonly block: string | null;
}

import { ProblemError } from '../../../device/contract/problem.ts';
import type { TestRun } from '../../api/contract/lending/loans.ts';
import type { SelfTestOutcome } from '../../fleet/orders.ts';

export type TestOutcome = Pick<TestRun, 'checks' | 'state'>;

/** Codes of the fleet that say: nobody heard the order. */
const silent = ['device-offline', 'device-no-answer', 'device-unknown'];

/** What is written down of a test that the Pi has done: it has passed when nothing failed. */
export function outcomeOf({ checks, answeredAfter }: SelfTestOutcome): TestOutcome {
  const connects = { name: 'connects', result: 'ok', value: `${Math.round(answeredAfter)} ms` } as const;
  const failed = checks.some(({ result }) => result === 'failed');
  return { state: failed ? 'failed' : 'passed', checks: [connects, ...checks] };
}

/** Whether a Pi refuses because it works for somebody. */
export function isBusy(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.code === 'program-running';
}

/** What is written down of one that it could not, or would not do. */
export function outcomeOfFailure(error: unknown): TestOutcome {
  const problem = error instanceof ProblemError ? error.problem : null;
  if (problem && silent.includes(problem.code)) {
    return { state: 'unreachable', checks: [{ name: 'connects', result: 'failed', value: '' }] };
  }
  if (isBusy(error)) return { state: 'busy', checks: [{ name: 'connects', result: 'ok', value: '' }] };
  // It answers, but its agent is so old that it knows no such order.
  return { state: 'failed', checks: [{ name: 'connects', result: 'ok', value: '' }] };
}

import { type Problem, ProblemError } from '../../device/contract/problem.ts';
import { language } from '../locales/locale.ts';

/** A problem's sentence in the language that the page speaks now. */
export function problemText(problem: Problem): string {
  return problem.message[language()];
}

/** The problem that an unknown throw carries. @throws whatever was thrown, when it is no problem but a mistake of ours. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof ProblemError) return thrown.problem;
  throw thrown;
}

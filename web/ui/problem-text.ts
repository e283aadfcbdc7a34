import { type Problem, ProblemError, problem } from '../../device/contract/problem.ts';
import { language } from '../locales/locale.ts';

/** A problem's sentence in the language that the page speaks now. */
export function problemText(problem: Problem): string {
  return problem.message[language()];
}

/**
 * The problem that a throw carries. What nobody foresaw becomes a sentence too, with the machine's words as detail,
 * so that a person who pressed a button is never left without an answer.
 */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof ProblemError) return thrown.problem;
  // Its place is the browser's console, as if nobody had caught it.
  queueMicrotask(() => {
    throw thrown;
  });
  return problem(
    'page-error',
    'Auf dieser Seite ist etwas schiefgegangen. Lade sie neu.',
    'Something went wrong on this page. Please reload it.',
    String(thrown),
  );
}

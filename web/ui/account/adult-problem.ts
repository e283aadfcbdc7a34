import { msg } from '@lit/localize';
import { type Problem, ProblemError, problem } from '../../../device/contract/problem.ts';
import { problemText } from '../problem-text.ts';

/**
 * The problem that an error carries. What nobody foresaw becomes a sentence too, with the machine's words as
 * detail, so that a person who pressed a button is never left without an answer.
 */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  return problem(
    'page-error',
    'Auf dieser Seite ist etwas schiefgegangen. Bitte laden Sie sie neu.',
    'Something went wrong on this page. Please reload it.',
    String(error),
  );
}

/** A problem's sentence for an adult, in the page's language. The clients speak to pupils, so their two are said anew. */
export function adultProblemText(what: Problem): string {
  if (what.code === 'no-connection')
    return msg(
      'Der Server ist gerade nicht erreichbar. Bitte prüfen Sie das WLAN und versuchen Sie es noch einmal.',
    );
  if (what.code === 'answer-unreadable')
    return msg('Der Server hat unerwartet geantwortet. Bitte laden Sie die Seite neu.');
  return problemText(what);
}

import { msg } from '@lit/localize';
import type { Problem } from '../../../device/contract/problem.ts';
import { problemText } from '../problem-text.ts';

/** A problem's sentence for an adult, in the page's language. What the page itself says speaks to pupils, so it is said anew. */
export function adultProblemText(what: Problem): string {
  if (what.code === 'no-connection')
    return msg(
      'Der Server ist gerade nicht erreichbar. Bitte prüfen Sie das WLAN und versuchen Sie es noch einmal.',
    );
  if (what.code === 'answer-unreadable')
    return msg('Der Server hat unerwartet geantwortet. Bitte laden Sie die Seite neu.');
  if (what.code === 'page-error')
    return msg('Auf dieser Seite ist etwas schiefgegangen. Bitte laden Sie sie neu.');
  return problemText(what);
}

import type { NotYet, Verdict } from './goal-verdict.ts';
import { type Both, sentence } from './words/say.ts';

/** The goal is reached. */
export const reached: Verdict = { reached: true };

/** The goal is not reached yet; the words become a sentence. */
export function notYet(reason: NotYet, words: Both): Verdict {
  return { reached: false, reason, seen: sentence(words) };
}

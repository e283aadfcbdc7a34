import type { Verdict } from '../goal-verdict.ts';
import { notYet } from '../verdicts.ts';

/** What is said of a run as a whole. */
export const runMessages = {
  notRun: (): Verdict => notYet('too-short', { de: 'Starte dein Programm.', en: 'Start your program.' }),

  failed: (): Verdict =>
    notYet('program-failed', {
      de: 'Dein Programm ist mit einem Fehler stehen geblieben. Lies in der Konsole, was los war.',
      en: 'Your program stopped with an error. Read in the console what happened.',
    }),
};

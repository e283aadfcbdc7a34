import type { Verdict } from '../goal-verdict.ts';
import { notYet } from '../verdicts.ts';
import { times } from './say.ts';

/** What is said of the blocks of a program. */
export const blockMessages = {
  empty: (): Verdict =>
    notYet('block-missing', {
      de: 'Unter deinem Startblock hängt noch nichts.',
      en: 'Nothing hangs under your start block yet.',
    }),

  missing: (): Verdict =>
    notYet('block-missing', {
      de: 'In deinem Programm fehlt noch ein Block, auf den es hier ankommt.',
      en: 'A block that matters here is still missing in your program.',
    }),

  outside: (): Verdict =>
    notYet('block-missing', {
      de: 'Der gesuchte Block ist da, aber noch nicht an der richtigen Stelle: Er gehört in einen anderen hinein.',
      en: 'The block is there, but not in the right place yet: it belongs inside another one.',
    }),

  loose: (): Verdict =>
    notYet('block-missing', {
      de: 'Der gesuchte Block liegt noch lose da. Hänge ihn unter einen Startblock.',
      en: 'The block still lies around loose. Hang it under a start block.',
    }),

  tooFew: (seen: number, wanted: number): Verdict =>
    notYet('block-missing', {
      de: `Der gesuchte Block kommt ${times(seen).de} vor, gesucht: ${times(wanted).de}.`,
      en: `The block is used ${times(seen).en}; wanted: ${times(wanted).en}.`,
    }),

  tooMany: (seen: number, most: number): Verdict =>
    notYet('too-many-blocks', {
      de: `Dein Programm hat ${seen} Blöcke. Es geht mit höchstens ${most}.`,
      en: `Your program has ${seen} blocks. It can be done with ${most} at most.`,
    }),
};

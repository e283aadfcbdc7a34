import type { Verdict } from '../goal-verdict.ts';
import type { SecondsSpan } from '../judge-span.ts';
import { notYet } from '../verdicts.ts';
import { type Both, number, quoted, seconds, times } from './say.ts';

/** What is said of lines that a program writes, and of messages to other Pis. */
export const lineMessages = {
  nothing: (): Verdict =>
    notYet('never', {
      de: 'Dein Programm hat noch nichts in die Konsole geschrieben.',
      en: 'Your program has not written anything to the console yet.',
    }),

  withoutText: (text: string, line: string): Verdict =>
    notYet('wrong-value', {
      de: `Gesucht ist eine Zeile mit ${quoted(text).de}. Zuletzt stand da: ${quoted(line).de}.`,
      en: `There should be a line with ${quoted(text).en}. The last one was: ${quoted(line).en}.`,
    }),

  withoutNumber: (line: string): Verdict =>
    notYet('wrong-value', {
      de: `Gesucht ist eine Zeile mit einer Zahl. Zuletzt stand da: ${quoted(line).de}.`,
      en: `There should be a line with a number. The last one was: ${quoted(line).en}.`,
    }),

  otherNumber: (wanted: number, line: string): Verdict =>
    notYet('wrong-value', {
      de: `Gesucht ist die Zahl ${number(wanted).de}. Da stand: ${quoted(line).de}.`,
      en: `There should be the number ${number(wanted).en}. The line was: ${quoted(line).en}.`,
    }),

  moreNumbers: (seen: number, wanted: number, next: number): Verdict =>
    notYet('too-few', {
      de: `${seen} von ${wanted} Zahlen ${seen === 1 ? 'stimmt' : 'stimmen'} schon. Als Nächstes fehlt ${number(next).de}.`,
      en: `${seen} of ${wanted} numbers ${seen === 1 ? 'is' : 'are'} right. Next comes ${number(next).en}.`,
    }),

  notNear: (line: string, signal: Both, is: Both): Verdict =>
    notYet('wrong-value', {
      de: `Da stand ${quoted(line).de}, aber ${signal.de} war ${is.de}.`,
      en: `The line was ${quoted(line).en}, but ${signal.en} was ${is.en}.`,
    }),

  every: (seen: number, { min, max }: SecondsSpan): Verdict => {
    const apart = seconds(seen);
    if (max !== undefined && seen > max) {
      return notYet('too-slow', {
        de: `Zwischen zwei Zeilen lagen ${apart.de}, gesucht sind höchstens ${seconds(max).de}.`,
        en: `There were ${apart.en} between two lines; it should be ${seconds(max).en} at most.`,
      });
    }
    const least = seconds(min ?? 0);
    // Less than half a hundredth would be said to be 0 s.
    if (seen < 0.005) {
      return notYet('too-quick', {
        de: `Die Zeilen kamen ohne Pause. Gesucht sind mindestens ${least.de} dazwischen.`,
        en: `The lines came without a break. There should be at least ${least.en} between them.`,
      });
    }
    return notYet('too-quick', {
      de: `Zwischen zwei Zeilen lagen nur ${apart.de}, gesucht sind mindestens ${least.de}.`,
      en: `There were only ${apart.en} between two lines; it should be at least ${least.en}.`,
    });
  },

  tooFew: (seen: number, wanted: number): Verdict =>
    notYet('too-few', {
      de: `Bis jetzt passt das ${times(seen).de}, gesucht: ${times(wanted).de}.`,
      en: `So far that fits ${times(seen).en}; wanted: ${times(wanted).en}.`,
    }),

  notSent: (name: string): Verdict =>
    notYet('never', {
      de: `Dein Programm hat ${quoted(name).de} noch nicht an andere Pis gesendet.`,
      en: `Your program has not sent ${quoted(name).en} to other Pis yet.`,
    }),

  sentTooFew: (name: string, seen: number, wanted: number): Verdict =>
    notYet('too-few', {
      de: `${quoted(name).de} wurde ${times(seen).de} gesendet, gesucht: ${times(wanted).de}.`,
      en: `${quoted(name).en} was sent ${times(seen).en}; wanted: ${times(wanted).en}.`,
    }),

  notReceived: (name: string): Verdict =>
    notYet('input-missing', {
      de: `Von anderen Pis ist ${quoted(name).de} noch nicht angekommen.`,
      en: `${quoted(name).en} has not arrived from other Pis yet.`,
    }),

  receivedTooFew: (name: string, seen: number, wanted: number): Verdict =>
    notYet('too-few', {
      de: `${quoted(name).de} kam ${times(seen).de} an, gesucht: ${times(wanted).de}.`,
      en: `${quoted(name).en} arrived ${times(seen).en}; wanted: ${times(wanted).en}.`,
    }),
};

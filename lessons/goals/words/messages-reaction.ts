import type { Verdict } from '../goal-verdict.ts';
import type { SecondsSpan } from '../judge-span.ts';
import { notYet } from '../verdicts.ts';
import { type Both, quoted, seconds, times } from './say.ts';

/** What is said of reactions. @param moment "Taster gedrückt". @param answer a condition in words. */
export const reactionMessages = {
  /** @param deed "den Taster noch nicht gedrückt". */
  notDone: (deed: Both): Verdict =>
    notYet('input-missing', { de: `Du hast ${deed.de}.`, en: `You have not ${deed.en} yet.` }),

  notPressed: (key: Both): Verdict =>
    notYet('input-missing', {
      de: `Du hast die Taste „${key.de}“ noch nicht gedrückt.`,
      en: `You have not pressed the key “${key.en}” yet.`,
    }),

  notReceived: (name: string): Verdict =>
    notYet('input-missing', {
      de: `Die Nachricht ${quoted(name).de} ist noch nicht angekommen.`,
      en: `The message ${quoted(name).en} has not arrived yet.`,
    }),

  notSent: (name: string): Verdict =>
    notYet('never', {
      de: `Die Nachricht ${quoted(name).de} wurde noch nicht gesendet.`,
      en: `The message ${quoted(name).en} has not been sent yet.`,
    }),

  notBecome: (moment: Both, fromOutside: boolean): Verdict =>
    fromOutside
      ? notYet('input-missing', {
          de: `Probier es aus! Das ist noch nicht passiert: ${moment.de}.`,
          en: `Try it out! This has not happened yet: ${moment.en}.`,
        })
      : notYet('never', {
          de: `Das ist noch nicht passiert: ${moment.de}.`,
          en: `This has not happened yet: ${moment.en}.`,
        }),

  already: (moment: Both, answer: Both): Verdict =>
    notYet('already', {
      de: `Vor „${moment.de}“ war es schon so: ${answer.de}.`,
      en: `Before “${moment.en}”, it was so already: ${answer.en}.`,
    }),

  byItself: (moment: Both, answer: Both): Verdict =>
    notYet('already', {
      de: `Das passiert auch ohne „${moment.de}“: ${answer.de}.`,
      en: `This happens without “${moment.en}”, too: ${answer.en}.`,
    }),

  nothing: (moment: Both, answer: Both, within: number): Verdict =>
    notYet('no-reaction', {
      de: `Nach „${moment.de}“ kam nicht innerhalb von ${seconds(within).de}: ${answer.de}.`,
      en: `After “${moment.en}”, this did not happen within ${seconds(within).en}: ${answer.en}.`,
    }),

  late: (moment: Both, answer: Both, seen: number, within: number): Verdict =>
    notYet('too-slow', {
      de: `Nach „${moment.de}“ dauerte es ${seconds(seen).de} bis: ${answer.de}. Gesucht sind höchstens ${seconds(within).de}.`,
      en: `After “${moment.en}” it took ${seconds(seen).en} until: ${answer.en}. It should be ${seconds(within).en} at most.`,
    }),

  lasted: (moment: Both, answer: Both, seen: number, { min, max }: SecondsSpan): Verdict => {
    const was = seconds(seen);
    if (max !== undefined && seen > max) {
      return notYet('too-slow', {
        de: `Nach „${moment.de}“: ${answer.de}, aber ${was.de} lang. Gesucht sind höchstens ${seconds(max).de}.`,
        en: `After “${moment.en}”: ${answer.en}, but for ${was.en}. It should be ${seconds(max).en} at most.`,
      });
    }
    const least = seconds(min ?? 0);
    return notYet('too-quick', {
      de: `Nach „${moment.de}“: ${answer.de}, aber nur ${was.de} lang. Gesucht sind mindestens ${least.de}.`,
      en: `After “${moment.en}”: ${answer.en}, but only for ${was.en}. It should be at least ${least.en}.`,
    });
  },

  waiting: (moment: Both, answer: Both): Verdict =>
    notYet('too-short', {
      de: `„${moment.de}“ war gerade. Warte kurz auf: ${answer.de}.`,
      en: `“${moment.en}” was just now. Wait a moment for: ${answer.en}.`,
    }),

  tooFew: (moment: Both, seen: number, wanted: number): Verdict =>
    notYet('too-few', {
      de: `Das hat ${times(seen).de} geklappt. Mach es noch einmal: „${moment.de}“, zusammen ${times(wanted).de}.`,
      en: `That worked ${times(seen).en}. Do it again: “${moment.en}”, ${times(wanted).en} in all.`,
    }),
};

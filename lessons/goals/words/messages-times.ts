import type { Verdict } from '../goal-verdict.ts';
import type { SecondsSpan } from '../judge-span.ts';
import { notYet } from '../verdicts.ts';
import { type Both, seconds, times } from './say.ts';

/** What is said of conditions and how long they hold. @param state a condition in words. */
export const timeMessages = {
  never: (state: Both): Verdict =>
    notYet('never', {
      de: `Das war noch nie so: ${state.de}.`,
      en: `This has not happened yet: ${state.en}.`,
    }),

  inputMissing: (state: Both): Verdict =>
    notYet('input-missing', {
      de: `Probier es aus! Das war noch nie so: ${state.de}.`,
      en: `Try it out! This has not happened yet: ${state.en}.`,
    }),

  flicker: (state: Both): Verdict =>
    notYet('too-quick', {
      de: `Das ging so schnell, dass man es nicht merkt: ${state.de}.`,
      en: `That was too fast to notice: ${state.en}.`,
    }),

  lasted: (state: Both, seen: number, { min, max }: SecondsSpan): Verdict => {
    const was = seconds(seen);
    if (max !== undefined && seen > max) {
      const most = seconds(max);
      return notYet('too-slow', {
        de: `${state.de}: Das war ${was.de} lang so, gesucht sind höchstens ${most.de}.`,
        en: `${state.en}: this lasted ${was.en}; it should be ${most.en} at most.`,
      });
    }
    const least = seconds(min ?? 0);
    return notYet('too-quick', {
      de: `${state.de}: Das war nur ${was.de} lang so, gesucht sind mindestens ${least.de}.`,
      en: `${state.en}: this lasted only ${was.en}; it should be at least ${least.en}.`,
    });
  },

  goingOn: (state: Both): Verdict =>
    notYet('too-short', {
      de: `Warte noch. Gerade ist es so: ${state.de}.`,
      en: `Wait a little. Right now: ${state.en}.`,
    }),

  cutOff: (state: Both): Verdict =>
    notYet('too-short', {
      de: `${state.de}: Das Programm war zu Ende, bevor man sehen konnte, wie lange.`,
      en: `${state.en}: the program was over before anybody could see for how long.`,
    }),

  after: (before: Both, wanted: Both): Verdict =>
    notYet('wrong-order', {
      de: `Nach „${before.de}“ kam etwas anderes. Gesucht ist: ${wanted.de}.`,
      en: `After “${before.en}”, something else came. Wanted: ${wanted.en}.`,
    }),

  notFirst: (wanted: Both): Verdict =>
    notYet('wrong-order', {
      de: `Der Anfang fehlt noch: ${wanted.de}.`,
      en: `The beginning is still missing: ${wanted.en}.`,
    }),

  neverOff: (before: Both, wanted: Both): Verdict =>
    notYet('never-off', {
      de: `Nach „${before.de}“ fehlt noch: ${wanted.de}.`,
      en: `After “${before.en}”, this is still missing: ${wanted.en}.`,
    }),

  waiting: (before: Both, wanted: Both): Verdict =>
    notYet('too-short', {
      de: `Bis hier stimmt es: ${before.de}. Jetzt fehlt noch: ${wanted.de}.`,
      en: `Right so far: ${before.en}. Still to come: ${wanted.en}.`,
    }),

  stopped: (before: Both, wanted: Both): Verdict =>
    notYet('too-few', {
      de: `Nach „${before.de}“ kam nichts mehr. Es fehlt: ${wanted.de}.`,
      en: `After “${before.en}”, nothing more came. Missing: ${wanted.en}.`,
    }),

  rounds: (seen: number, wanted: number): Verdict =>
    notYet('too-few', {
      de: `Die Reihenfolge stimmt, bis jetzt ${times(seen).de}. Gesucht: ${times(wanted).de} hintereinander.`,
      en: `The order is right, ${times(seen).en} so far. Wanted: ${times(wanted).en} in a row.`,
    }),

  whileTooShort: (when: Both, seen: number, wanted: number): Verdict =>
    notYet('too-short', {
      de: `Bis jetzt stimmt es. Noch etwas länger: ${when.de} (${seconds(seen).de} von ${seconds(wanted).de}).`,
      en: `Right so far. A little longer: ${when.en} (${seconds(seen).en} of ${seconds(wanted).en}).`,
    }),

  whileNot: (when: Both, then: Both): Verdict =>
    notYet('wrong-value', {
      de: `Bei „${when.de}“ soll gelten: ${then.de}. Das war nicht immer so.`,
      en: `When “${when.en}”, this should be so: ${then.en}. It was not always.`,
    }),

  forbidden: (state: Both, at: number): Verdict =>
    notYet('forbidden', {
      de: `Das soll nie so sein: ${state.de}. Nach ${seconds(at).de} war es so.`,
      en: `This should never be so: ${state.en}. After ${seconds(at).en} it was.`,
    }),

  runLonger: (seen: number, wanted: number): Verdict =>
    notYet('too-short', {
      de: `Bis jetzt stimmt es. Das Programm lief erst ${seconds(seen).de}, gesucht sind ${seconds(wanted).de}.`,
      en: `Right so far. The program has run for ${seconds(seen).en} only; ${seconds(wanted).en} are wanted.`,
    }),
};

import type { Verdict } from '../goal-verdict.ts';
import { notYet } from '../verdicts.ts';
import type { Both } from './say.ts';

/** What is said of values. @param signal its name: "der Abstand". Values are in words, with their unit. */
export const numberMessages = {
  never: (signal: Both, input: boolean): Verdict =>
    input
      ? notYet('input-missing', {
          de: `Probier es aus! ${signal.de} hat sich noch nicht geändert.`,
          en: `Try it out! ${signal.en} has not changed yet.`,
        })
      : notYet('never', {
          de: `${signal.de} hat sich noch nicht geändert.`,
          en: `${signal.en} has not changed yet.`,
        }),

  rampTooQuick: (signal: Both): Verdict =>
    notYet('too-quick', {
      de: `${signal.de} hat sich geändert, aber so schnell, dass man es nicht merkt.`,
      en: `${signal.en} changed, but too fast to notice.`,
    }),

  rampOnlyTo: (signal: Both, from: Both, seen: Both, to: Both): Verdict =>
    notYet('wrong-value', {
      de: `${signal.de} ging von ${from.de} bis ${seen.de}, gesucht: bis ${to.de}.`,
      en: `${signal.en} went from ${from.en} to ${seen.en}; it should reach ${to.en}.`,
    }),

  rampWrongWay: (signal: Both, from: Both, to: Both): Verdict =>
    notYet('wrong-order', {
      de: `${signal.de} soll von ${from.de} nach ${to.de} gehen.`,
      en: `${signal.en} should go from ${from.en} to ${to.en}.`,
    }),

  rampTooFew: (signal: Both, seen: number, wanted: number): Verdict =>
    notYet('too-few', {
      de: `${signal.de} ging in ${seen} Stufen, gesucht sind mindestens ${wanted}.`,
      en: `${signal.en} went in ${seen} steps; at least ${wanted} are wanted.`,
    }),

  tooQuick: (signal: Both): Verdict =>
    notYet('too-quick', {
      de: `${signal.de} wechselt so schnell, dass man es nicht merkt.`,
      en: `${signal.en} changes too fast to notice.`,
    }),

  seriesWrongValue: (signal: Both, wanted: Both, seen: Both): Verdict =>
    notYet('wrong-value', {
      de: `${signal.de}: Gesucht ist ${wanted.de}, es war aber ${seen.de}.`,
      en: `${signal.en}: ${wanted.en} is wanted, but it was ${seen.en}.`,
    }),

  seriesWrongOrder: (signal: Both, wanted: Both, seen: Both): Verdict =>
    notYet('wrong-order', {
      de: `${signal.de}: Als Nächstes sollte ${wanted.de} kommen, es kam aber ${seen.de}.`,
      en: `${signal.en}: ${wanted.en} should come next, but ${seen.en} came.`,
    }),

  seriesStopped: (signal: Both, seen: number, wanted: number, next: Both): Verdict =>
    notYet('too-few', {
      de: `${signal.de}: ${seen} von ${wanted} ${seen === 1 ? 'stimmt' : 'stimmen'} schon. Als Nächstes fehlt ${next.de}.`,
      en: `${signal.en}: ${seen} of ${wanted} ${seen === 1 ? 'is' : 'are'} right. Next comes ${next.en}.`,
    }),

  varietyTooFew: (signal: Both, seen: number, wanted: number): Verdict =>
    notYet('too-few', {
      de: `${signal.de}: Gesucht sind ${wanted} verschiedene Werte, bis jetzt ${seen === 1 ? 'ist es einer' : `sind es ${seen}`}.`,
      en: `${signal.en}: ${wanted} different values are wanted, ${seen} so far.`,
    }),

  followsNot: (source: Both, at: Both, signal: Both, seen: Both, wanted: Both): Verdict =>
    notYet('wrong-value', {
      de: `${source.de} war ${at.de}, ${signal.de} war ${seen.de}. Gesucht ist etwa ${wanted.de}.`,
      en: `${source.en} was ${at.en}, ${signal.en} was ${seen.en}. It should be about ${wanted.en}.`,
    }),

  followsStill: (source: Both): Verdict =>
    notYet('input-missing', {
      de: `Probier es aus! ${source.de} hat sich noch nicht geändert.`,
      en: `Try it out! ${source.en} has not changed yet.`,
    }),

  followsMore: (source: Both, low: Both, high: Both): Verdict =>
    notYet('input-missing', {
      de: `Bis jetzt stimmt es. ${source.de} war erst zwischen ${low.de} und ${high.de}. Probier noch andere Werte, jeden etwas länger.`,
      en: `Right so far. ${source.en} was only between ${low.en} and ${high.en}. Try other values, each a little longer.`,
    }),
};

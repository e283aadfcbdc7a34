import type { Verdict } from '../goal-verdict.ts';
import type { SecondsSpan } from '../judge-span.ts';
import { notYet } from '../verdicts.ts';
import { type Both, seconds, times } from './say.ts';

/** What is said of a part that shall go on and off. @param part its name. */
export const pulseMessages = {
  never: (part: Both): Verdict =>
    notYet('never', { de: `${part.de} war noch nie an.`, en: `${part.en} has not been on yet.` }),

  /** @param over whether the program is over: then the part is dark, and people wonder. */
  neverOff: (part: Both, over: boolean): Verdict =>
    notYet('never-off', {
      de: `${part.de} ging an, blieb aber an${over ? ', bis dein Programm zu Ende war' : ''}.`,
      en: `${part.en} went on, but stayed on${over ? ' until your program was over' : ''}.`,
    }),

  stillOn: (part: Both): Verdict =>
    notYet('too-short', {
      de: `${part.de} ist gerade an. Jetzt muss es weitergehen.`,
      en: `${part.en} is on right now. It has to go on from here.`,
    }),

  flicker: (part: Both): Verdict =>
    notYet('too-quick', {
      de: `${part.de} ging an und aus, aber so schnell, dass man es nicht merkt.`,
      en: `${part.en} went on and off, but too fast to notice.`,
    }),

  /** @param during when it was, if the goal asks for pulses at certain times only. */
  onFor: (part: Both, seen: number, span: SecondsSpan, during?: Both): Verdict =>
    lasted(part, onWord, seen, span, during),
  offFor: (part: Both, seen: number, span: SecondsSpan, during?: Both): Verdict =>
    lasted(part, offWord, seen, span, during),

  tooFew: (part: Both, seen: number, wanted: number): Verdict =>
    notYet('too-few', {
      de: `Bis jetzt ist ${part.de} ${times(seen).de} an- und wieder ausgegangen, gesucht: ${times(wanted).de}.`,
      en: `So far ${part.en} went on and off ${times(seen).en}; wanted: ${times(wanted).en}.`,
    }),

  notThen: (part: Both, condition: Both): Verdict =>
    notYet('never', {
      de: `${part.de} ging an und aus, aber nicht, solange gilt: ${condition.de}.`,
      en: `${part.en} went on and off, but not while: ${condition.en}.`,
    }),

  inputMissing: (condition: Both): Verdict =>
    notYet('input-missing', {
      de: `Probier es aus! Das war noch nie so: ${condition.de}.`,
      en: `Try it out! This has not happened yet: ${condition.en}.`,
    }),
};

const onWord: Both = { de: 'an', en: 'on' };
const offWord: Both = { de: 'aus', en: 'off' };

function lasted(
  part: Both,
  word: Both,
  seen: number,
  { min, max }: SecondsSpan,
  during: Both | undefined,
): Verdict {
  const long = seconds(seen);
  const was: Both = during
    ? {
        de: `Bei „${during.de}“ war ${part.de} ${long.de} ${word.de}`,
        en: `When “${during.en}”, ${part.en} was ${word.en} for ${long.en}`,
      }
    : {
        de: `${part.de} war ${long.de} ${word.de}`,
        en: `${part.en} was ${word.en} for ${long.en}`,
      };
  if (max !== undefined && seen > max) {
    const most = seconds(max);
    return notYet('too-slow', {
      de: `${was.de}. ${pronoun(part)} soll höchstens ${most.de} ${word.de} sein.`,
      en: `${was.en}. It should be ${word.en} for ${most.en} at most.`,
    });
  }
  const least = seconds(min ?? 0);
  return notYet('too-quick', {
    de: `${was.de}. ${pronoun(part)} soll mindestens ${least.de} ${word.de} sein.`,
    en: `${was.en}. It should be ${word.en} for at least ${least.en}.`,
  });
}

/** German says "sie" of a lamp and "er" of a buzzer. */
function pronoun({ de }: Both): string {
  if (de.startsWith('die ')) return 'Sie';
  return de.startsWith('das ') ? 'Es' : 'Er';
}

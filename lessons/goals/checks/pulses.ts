import type { Verdict } from '../goal-verdict.ts';
import { inputsOnly } from '../inputs-only.ts';
import { judgeSpan } from '../judge-span.ts';
import { blink, lasts, type Segment, steady } from '../segments.ts';
import type { Timeline } from '../timeline.ts';
import { reached } from '../verdicts.ts';
import { conditionWords } from '../words/condition-words.ts';
import { pulseMessages as says } from '../words/messages-pulses.ts';
import { partName } from '../words/part-names.ts';
import type { CheckOf } from './check-of.ts';

/** A part goes on and off, so often and for so long. A pulse counts once the program has switched it off. */
export function checkPulses(check: CheckOf<'pulses'>, timeline: Timeline): Verdict {
  const condition = { [check.part]: 'on' as const };
  const raw = timeline.condition(condition);
  const phases = steady(switchedOffLast(raw, timeline));
  const during = check.during && timeline.steadily(check.during);
  let row = 0;
  let most = 0;
  let counted = 0;
  let wrong: Verdict | undefined;
  const name = partName(check.part, timeline.wiring);
  for (const [index, phase] of phases.entries()) {
    if (phase.is === undefined) {
      row = 0;
      continue;
    }
    const on = phase.is;
    // Darkness counts between two pulses only.
    if (!on && row === 0) continue;
    const span = (on ? check.on : check.off) ?? {};
    const fit = judgeSpan(phases, index, index, span, timeline);
    if (fit === 'short' || fit === 'long') {
      // The last darkness may go on as long as it likes.
      if (!on && index === phases.length - 1) continue;
      row = 0;
      // What was at other times is not to blame; a tone that began then and went on is.
      const inTime = !during || liesWithin(phase, during);
      if (!inTime && !(on && overlaps(phase, during))) continue;
      const when = inTime && check.during ? conditionWords(check.during, timeline.wiring) : undefined;
      wrong = (on ? says.onFor : says.offFor)(name, lasts(phase), span, when);
      continue;
    }
    if (!on) continue;
    if (during && !liesWithin(phase, during)) {
      row = 0;
      continue;
    }
    const after = phases[index + 1];
    if (after?.is !== false || fit === 'pending') {
      if (after) row = 0;
      continue;
    }
    counted += 1;
    row += 1;
    most = Math.max(most, row);
    if (row >= check.times) return reached;
  }
  return explain();

  function explain(): Verdict {
    if (during && !during.some(({ is }) => is === true) && inputsOnly(check.during!, timeline)) {
      return says.inputMissing(conditionWords(check.during!, timeline.wiring));
    }
    const lit = phases.filter(({ is }) => is === true);
    const last = phases.at(-1);
    if (lit.length === 0) return raw.some(({ is }) => is === true) ? says.flicker(name) : says.never(name);
    if (last && lit.length === 1 && last === lit[0]) {
      const began = raw.findIndex(({ is }) => is === true);
      if (raw.some(({ is }, index) => index > began && is === false)) return says.flicker(name);
      return timeline.ending === 'running' && lasts(last) < patience
        ? says.stillOn(name)
        : says.neverOff(name, timeline.ending === 'finished');
    }
    if (wrong && row === 0) return wrong;
    if (counted === 0 && during) return says.notThen(name, conditionWords(check.during!, timeline.wiring));
    return says.tooFew(name, most, check.times);
  }
}

/** A program whose last deed is to switch off has done so, even if it is over at once. */
function switchedOffLast(
  raw: readonly Segment<boolean>[],
  { ending }: Timeline,
): readonly Segment<boolean>[] {
  const last = raw.at(-1);
  return ending === 'finished' && last?.is === false
    ? [...raw.slice(0, -1), { ...last, to: last.to + blink }]
    : raw;
}

/** Seconds after which nobody expects any more that a light goes off. */
const patience = 3;

/** Whether a phase lies wholly in a time in which something holds. */
function liesWithin(phase: Segment<boolean>, during: readonly Segment<boolean>[]): boolean {
  return during.some(({ from, to, is }) => is === true && from <= phase.from && phase.to <= to);
}

/** Whether a phase lies partly in a time in which something holds. */
function overlaps(phase: Segment<boolean>, during: readonly Segment<boolean>[]): boolean {
  return during.some(({ from, to, is }) => is === true && from < phase.to && phase.from < to);
}

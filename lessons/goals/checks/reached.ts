import type { Verdict } from '../goal-verdict.ts';
import { inputsOnly } from '../inputs-only.ts';
import { judgeSpan } from '../judge-span.ts';
import { lasts } from '../segments.ts';
import type { Timeline } from '../timeline.ts';
import { reached } from '../verdicts.ts';
import { conditionWords } from '../words/condition-words.ts';
import { timeMessages as says } from '../words/messages-times.ts';
import type { CheckOf } from './check-of.ts';

/** Something holds at some time, long enough to be seen, and for as long as it should. */
export function checkReached({ is, for: span = {} }: CheckOf<'reached'>, timeline: Timeline): Verdict {
  const phases = timeline.steadily(is);
  const words = conditionWords(is, timeline.wiring);
  let last: Verdict | undefined;
  for (const [index, phase] of phases.entries()) {
    if (phase.is !== true) continue;
    const fit = judgeSpan(phases, index, index, span, timeline);
    if (fit === 'fits') return reached;
    if (fit === 'pending') last = timeline.ending === 'running' ? says.goingOn(words) : says.cutOff(words);
    else last = says.lasted(words, lasts(phase), span);
  }
  if (last) return last;
  if (timeline.condition(is).some((segment) => segment.is === true)) return says.flicker(words);
  return inputsOnly(is, timeline) ? says.inputMissing(words) : says.never(words);
}

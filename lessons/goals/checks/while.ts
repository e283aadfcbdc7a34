import type { Verdict } from '../goal-verdict.ts';
import { inputsOnly } from '../inputs-only.ts';
import { slack } from '../judge-span.ts';
import { blink, indexAt, type Segment } from '../segments.ts';
import type { Timeline } from '../timeline.ts';
import { reached } from '../verdicts.ts';
import { conditionWords } from '../words/condition-words.ts';
import { timeMessages as says } from '../words/messages-times.ts';
import type { CheckOf } from './check-of.ts';

/** Whenever one thing has held for a little while, the other holds too. */
export function checkWhile(check: CheckOf<'while'>, timeline: Timeline): Verdict {
  const { settle = 0.3, seconds = 1 } = check;
  const when = timeline.steadily(check.when);
  const then = timeline.condition(check.then);
  const whenWords = conditionWords(check.when, timeline.wiring);
  let seen = 0;
  for (const phase of when) {
    const from = phase.from + settle * 1e6;
    if (phase.is !== true || phase.to <= from) continue;
    const { broken, held } = within(then, from, phase.to);
    if (broken) return says.whileNot(whenWords, conditionWords(check.then, timeline.wiring));
    seen += held;
  }
  if (seen / 1e6 >= seconds - slack(seconds)) return reached;
  if (seen > 0) return says.whileTooShort(whenWords, seen / 1e6, seconds);
  if (when.some(({ is }) => is === true)) return says.whileTooShort(whenWords, 0, seconds);
  return inputsOnly(check.when, timeline) ? says.inputMissing(whenWords) : says.never(whenWords);
}

/** Whether it did not hold for longer than a blink, and for how many µs it held. */
function within(segments: readonly Segment<boolean>[], from: number, to: number) {
  let held = 0;
  let broken = false;
  for (let index = Math.max(0, indexAt(segments, from)); index < segments.length; index++) {
    const segment = segments[index]!;
    if (segment.from >= to) break;
    const length = Math.min(segment.to, to) - Math.max(segment.from, from);
    if (segment.is === true) held += length;
    if (segment.is === false && length > blink) broken = true;
  }
  return { broken, held };
}

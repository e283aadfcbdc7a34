import type { Verdict } from '../goal-verdict.ts';
import { slack } from '../judge-span.ts';
import type { Timeline } from '../timeline.ts';
import { reached } from '../verdicts.ts';
import { conditionWords } from '../words/condition-words.ts';
import { timeMessages as says } from '../words/messages-times.ts';
import type { CheckOf } from './check-of.ts';

/** Something never holds, in a run that is long enough to say so. */
export function checkNever({ is, seconds = 3 }: CheckOf<'never'>, timeline: Timeline): Verdict {
  const found = timeline.steadily(is).find((phase) => phase.is === true);
  if (found) return says.forbidden(conditionWords(is, timeline.wiring), found.from / 1e6);
  return timeline.seconds >= seconds - slack(seconds) ? reached : says.runLonger(timeline.seconds, seconds);
}

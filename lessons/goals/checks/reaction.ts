import type { Verdict } from '../goal-verdict.ts';
import { judgeSpan, slack } from '../judge-span.ts';
import { isFromOutside, momentTimes } from '../moments.ts';
import { blink, indexAt, lasts } from '../segments.ts';
import type { Timeline } from '../timeline.ts';
import { reached } from '../verdicts.ts';
import { conditionWords, deedWords, keyName, momentWords } from '../words/condition-words.ts';
import { reactionMessages as says } from '../words/messages-reaction.ts';
import type { CheckOf } from './check-of.ts';

/** What became of one moment. `held`: it was so already, because of the moment before. */
type Outcome = 'answered' | 'held' | 'waiting' | Verdict;

/** After a moment something becomes true that was not true before it. */
export function checkReaction(check: CheckOf<'reaction'>, timeline: Timeline): Verdict {
  const { when, times = 1, always = false } = check;
  const moments = momentTimes(when, timeline);
  if (moments.length === 0) return missing(check, timeline);
  const answers = timeline.condition(check.then);
  const words = momentWords(when, timeline.wiring);
  const wanted = conditionWords(check.then, timeline.wiring);
  let answered = 0;
  let waiting = false;
  let wrong: Verdict | undefined;
  /** When that began which the moments before brought about, in time or not. */
  let causedUntil = -1;
  for (const [index, at] of moments.entries()) {
    const outcome = outcomeAt(at, moments[index + 1] ?? Number.POSITIVE_INFINITY);
    if (outcome === 'answered') answered += 1;
    else if (outcome === 'waiting') waiting = true;
    else if (outcome !== 'held') wrong = outcome;
  }
  if (answered >= times && !(always && wrong)) return reached;
  if (wrong) return wrong;
  return waiting && answered + 1 >= times ? says.waiting(words, wanted) : says.tooFew(words, answered, times);

  function outcomeAt(at: number, next: number): Outcome {
    // What changes at this very moment is the answer.
    let before = Math.max(0, indexAt(answers, at));
    while (before > 0 && answers[before]!.from >= at) before -= 1;
    const stood = answers[before]!;
    if (stood.from < at && stood.is === true) {
      return stood.from <= causedUntil ? 'held' : says.already(words, wanted);
    }
    if (stood.from < at && stood.is === undefined) return 'held';
    const limit = at + (check.within + slack(check.within)) * 1e6;
    let tooShort: Verdict | undefined;
    for (let index = before; index < answers.length; index++) {
      const answer = answers[index]!;
      if (answer.is !== true || answer.from < at) continue;
      if (answer.from > limit) return tooShort ?? late(at, answer.from, next);
      causedUntil = answer.from;
      const last = index === answers.length - 1;
      if (answer.to - answer.from < blink) {
        if (last && timeline.ending === 'running') return 'waiting';
        tooShort ??= says.lasted(words, wanted, lasts(answer), { min: check.for?.min ?? blink / 1e6 });
        continue;
      }
      const fit = judgeSpan(answers, index, index, check.for, timeline);
      if (fit === 'fits') return 'answered';
      if (fit === 'pending') return 'waiting';
      tooShort ??= says.lasted(words, wanted, lasts(answer), check.for ?? {});
    }
    if (tooShort) return tooShort;
    return timeline.ending === 'running' && timeline.end < limit
      ? 'waiting'
      : says.nothing(words, wanted, check.within);
  }

  function late(at: number, from: number, next: number): Verdict {
    const seconds = (from - at) / 1e6;
    // What comes much later has another reason.
    if (from >= next || seconds > check.within + 3) return says.nothing(words, wanted, check.within);
    causedUntil = from;
    return says.late(words, wanted, seconds, check.within);
  }
}

function missing({ when }: CheckOf<'reaction'>, timeline: Timeline): Verdict {
  if ('event' in when) return says.notDone(deedWords(when.event, timeline.wiring));
  if ('key' in when) return says.notPressed(keyName(when.key));
  if ('received' in when) return says.notReceived(when.received);
  if ('sent' in when) return says.notSent(when.sent);
  if ('message' in when) return says.notSent(when.message);
  return says.notBecome(momentWords(when, timeline.wiring), isFromOutside(when, timeline));
}

import type { Verdict } from '../goal-verdict.ts';
import { judgeSpan, slack } from '../judge-span.ts';
import { isFromOutside, momentTimes } from '../moments.ts';
import { blink, indexAt, lasts } from '../segments.ts';
import type { Timeline } from '../timeline.ts';
import { reached } from '../verdicts.ts';
import { conditionWords, deedWords, keyName, momentWords } from '../words/condition-words.ts';
import { reactionMessages as says } from '../words/messages-reaction.ts';
import type { CheckOf } from './check-of.ts';

/**
 * What became of one moment. `held`: it was so already, because of the moment before; `by-itself`: just before it the
 * same came about without a moment, so that nobody can tell what answers.
 */
type Outcome = 'answered' | 'held' | 'waiting' | 'by-itself' | Verdict;

/** What came about without a moment so shortly before one, in µs, may come about again by itself. */
const restless = 2_000_000;

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
  /** When that began, each time. */
  const caused = new Set<number>();
  let byItself = false;
  for (const [index, at] of moments.entries()) {
    const outcome = outcomeAt(at, moments[index + 1] ?? Number.POSITIVE_INFINITY);
    if (outcome === 'answered') answered += 1;
    else if (outcome === 'waiting') waiting = true;
    else if (outcome === 'by-itself') byItself = true;
    else if (outcome !== 'held') wrong = outcome;
  }
  if (answered >= times && !(always && wrong)) return reached;
  if (wrong) return wrong;
  if (byItself) return says.byItself(words, wanted);
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
    if (cameByItself(at, before)) return 'by-itself';
    const limit = at + (check.within + slack(check.within)) * 1e6;
    let tooShort: Verdict | undefined;
    for (let index = before; index < answers.length; index++) {
      const answer = answers[index]!;
      if (answer.is !== true || answer.from < at) continue;
      if (answer.from > limit) return tooShort ?? late(at, answer.from, next);
      cause(answer.from);
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

  /** Whether it came about lately, up to the stretch of this index, and no moment before brought it about. */
  function cameByItself(at: number, index: number): boolean {
    for (let one = index; one > 0 && answers[one]!.from > at - restless; one--) {
      const { from, to, is } = answers[one]!;
      const began = is === true && answers[one - 1]!.is === false && to - from >= blink;
      if (began && from < at && !caused.has(from)) return true;
    }
    return false;
  }

  function cause(from: number): void {
    causedUntil = from;
    caused.add(from);
  }

  function late(at: number, from: number, next: number): Verdict {
    const seconds = (from - at) / 1e6;
    // What comes much later has another reason.
    if (from >= next || seconds > check.within + 3) return says.nothing(words, wanted, check.within);
    cause(from);
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

import type { Condition } from '../goal-schema.ts';
import type { Verdict } from '../goal-verdict.ts';
import { judgeSpan } from '../judge-span.ts';
import { both, lasts, type Segment, steady } from '../segments.ts';
import type { Timeline } from '../timeline.ts';
import { reached } from '../verdicts.ts';
import { conditionWords } from '../words/condition-words.ts';
import { timeMessages as says } from '../words/messages-times.ts';
import type { CheckOf } from './check-of.ts';

/** The states that hold, as a text of 0 and 1. */
type Holding = string;

/**
 * States follow each other in an order, some rounds without another state in between. A state may reach over several
 * stretches, as long as it holds in each.
 */
export function checkSequence(check: CheckOf<'sequence'>, timeline: Timeline): Verdict {
  const { states, rounds = 1 } = check;
  const raw = holdings(check, timeline);
  const segments = steady(raw);
  const holds = (index: number, state: number) => segments[index]?.is?.[state] === '1';
  const count = states.length;
  /** How many states are through at the beginning of each stretch, by the state that comes next there. */
  const through: number[][] = Array.from({ length: segments.length + 1 }, () => Array(count).fill(-1));
  /** The most states in a row, and the stretches that came next, each time. */
  let best: { steps: number; at: number[] } = { steps: 0, at: [] };
  for (let from = 0; from < segments.length; from++) {
    for (let state = 0; state < count; state++) {
      const before = Math.max(through[from]![state]!, state === 0 ? 0 : -1);
      if (before < 0) continue;
      for (let last = from; last < segments.length && holds(last, state); last++) {
        const fit = judgeSpan(segments, from, last, states[state]!.for, timeline);
        if (fit === 'long') break;
        if (fit !== 'fits') continue;
        const next = (state + 1) % count;
        const steps = before + 1;
        if (steps >= count * rounds) return reached;
        if (steps > through[last + 1]![next]!) through[last + 1]![next] = steps;
        if (steps > best.steps) best = { steps, at: [] };
        if (steps === best.steps) best.at.push(last + 1);
      }
    }
  }
  return explain();

  function explain(): Verdict {
    const words = (state: number) => conditionWords(states[state % count]!.is, timeline.wiring);
    const next = best.steps % count;
    const wanted = words(next);
    const misfit = (at: number) => {
      if (!holds(at, next)) return undefined;
      let last = at;
      while (holds(last + 1, next)) last += 1;
      const span = states[next]!.for ?? {};
      const fit = judgeSpan(segments, at, last, span, timeline);
      if (fit === 'pending')
        return timeline.ending === 'running' ? says.goingOn(wanted) : says.cutOff(wanted);
      const seen = lasts({ from: segments[at]!.from, to: segments[last]!.to, is: undefined });
      return fit === 'fits' ? undefined : says.lasted(wanted, seen, span);
    };
    if (best.steps === 0) {
      const first = segments.findIndex((_, index) => holds(index, 0));
      if (first >= 0) return misfit(first) ?? says.never(wanted);
      if (raw.some(({ is }) => is?.[0] === '1')) return says.flicker(wanted);
      const others = segments.some(({ is }) => is?.includes('1'));
      return others && !onlyOff(check, segments) ? says.notFirst(wanted) : says.never(wanted);
    }
    // What the end of the run cut off says less than what went wrong before it.
    const tries = best.at.slice(-looks).map((at) => explainAt(at));
    return tries.findLast((one) => !one.reached && !cutReasons.has(one.reason)) ?? tries.at(-1)!;

    function explainAt(at: number): Verdict {
      const before = words(best.steps - 1);
      const last = segments.at(-1)!;
      if (at < segments.length) {
        const after = next === 0 ? says.rounds(best.steps / count, rounds) : says.after(before, wanted);
        return misfit(at) ?? after;
      }
      if (next === 0) return says.rounds(best.steps / count, rounds);
      const begun = raw.findIndex(
        ({ from, is }) => from >= last.from && is?.[(best.steps - 1) % count] === '1',
      );
      if (raw.some(({ is }, index) => index > begun && is?.[next] === '1')) return says.flicker(wanted);
      if (timeline.ending === 'running' && lasts(last) < patience) return says.waiting(before, wanted);
      return isOff(states[next]!.is) ? says.neverOff(before, wanted) : says.stopped(before, wanted);
    }
  }
}

/** So many of the last tries are looked at for the sentence. */
const looks = 8;

/** Why a try may have come no further by no fault of its own. */
const cutReasons: ReadonlySet<string> = new Set(['too-short', 'too-few', 'never-off']);

/** Seconds after which nobody expects any more that something comes next. */
const patience = 5;

/** Which of the states hold at each time. */
function holdings({ states }: CheckOf<'sequence'>, timeline: Timeline): Segment<Holding>[] {
  const each = states.map(({ is }) =>
    timeline.condition(is).map(
      (segment): Segment<Holding> => ({
        ...segment,
        is: segment.is === undefined ? undefined : segment.is ? '1' : '0',
      }),
    ),
  );
  return each.reduce((one, other) =>
    both(one, other, (left, right) => (left === undefined || right === undefined ? undefined : left + right)),
  );
}

function isOff(condition: Condition): boolean {
  return Object.values(condition).every((matcher) => matcher === 'off' || matcher === false);
}

/** Whether all that was ever seen of the states is that everything is off. */
function onlyOff({ states }: CheckOf<'sequence'>, segments: readonly Segment<Holding>[]): boolean {
  return states.every((state, index) => isOff(state.is) || !segments.some(({ is }) => is?.[index] === '1'));
}

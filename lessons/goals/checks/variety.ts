import type { Verdict } from '../goal-verdict.ts';
import type { Timeline } from '../timeline.ts';
import { reached } from '../verdicts.ts';
import { signalName } from '../words/condition-words.ts';
import { numberMessages as says } from '../words/messages-numbers.ts';
import type { CheckOf } from './check-of.ts';
import { valuesSeen } from './series.ts';

/** A signal takes many different values, whatever their order. */
export function checkVariety(check: CheckOf<'variety'>, timeline: Timeline): Verdict {
  const { signal, values: wanted, ignore = [] } = check;
  const different = new Set(valuesSeen(signal, ignore, 0, timeline)).size;
  if (different >= wanted) return reached;
  const name = signalName(signal, timeline.wiring);
  if (different > 0) return says.varietyTooFew(name, different, wanted);
  return timeline.signal(signal).length > 1
    ? says.tooQuick(name)
    : says.never(name, timeline.find(signal)?.signal.input === true);
}

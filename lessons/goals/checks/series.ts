import type { PartValue } from '../../../device/parts/driver.ts';
import type { Verdict } from '../goal-verdict.ts';
import { sameValue } from '../matches.ts';
import { blink } from '../segments.ts';
import type { Timeline } from '../timeline.ts';
import { reached } from '../verdicts.ts';
import { signalName } from '../words/condition-words.ts';
import { numberMessages as says } from '../words/messages-numbers.ts';
import { toneText } from '../words/tone-words.ts';
import type { CheckOf } from './check-of.ts';

/** A signal takes values one after the other. */
export function checkSeries(check: CheckOf<'series'>, timeline: Timeline): Verdict {
  const { signal, values: wanted, tolerance = 0, ignore = [] } = check;
  const found = timeline.find(signal);
  const name = signalName(signal, timeline.wiring);
  const seen = valuesSeen(signal, ignore, tolerance, timeline);
  let most = 0;
  let stopped = 0;
  for (let start = 0; start < seen.length; start++) {
    let length = 0;
    while (length < wanted.length && fits(seen[start + length], wanted[length]!)) length += 1;
    if (length === wanted.length) return reached;
    // What the end of the run cut off says less than what went wrong.
    if (length > most || (length === most && start + length < seen.length)) {
      most = length;
      stopped = start + length;
    }
  }
  const text = (is: PartValue) => toneText(found?.value ?? 'on', is);
  if (seen.length === 0) {
    return timeline.signal(signal).length > 1
      ? says.tooQuick(name)
      : says.never(name, found?.signal.input === true);
  }
  const next = text(wanted[most]!);
  const came = seen[stopped];
  if (came === undefined) return says.seriesStopped(name, most, wanted.length, next);
  const all = wanted.every((value) => seen.some((one) => fits(one, value)));
  return (all ? says.seriesWrongOrder : says.seriesWrongValue)(name, next, text(came));

  function fits(one: PartValue | undefined, value: PartValue): boolean {
    return one !== undefined && sameValue(one, value, tolerance);
  }
}

/**
 * The values that a signal took, long enough to be noticed, without those to ignore. One that comes again after an
 * ignored one counts again: the same note twice, with a silence in between, however short.
 */
export function valuesSeen(
  signal: string,
  ignore: readonly PartValue[],
  tolerance: number,
  timeline: Timeline,
): PartValue[] {
  const seen: PartValue[] = [];
  let parted = true;
  for (const { is, from, to } of timeline.signal(signal)) {
    if (is === undefined || Number.isNaN(is) || ignore.some((one) => sameValue(is, one, tolerance))) {
      parted = true;
      continue;
    }
    if (to - from < blink) continue;
    if (parted || seen.at(-1) !== is) seen.push(is);
    parted = false;
  }
  return seen;
}

import type { PartValue } from '../../../device/parts/driver.ts';
import type { Verdict } from '../goal-verdict.ts';
import type { Segment } from '../segments.ts';
import type { Timeline } from '../timeline.ts';
import { reached } from '../verdicts.ts';
import { signalName } from '../words/condition-words.ts';
import { numberMessages as says } from '../words/messages-numbers.ts';
import { valueText } from '../words/value-words.ts';
import type { CheckOf } from './check-of.ts';

/** A level that lasts less than this in µs is none: nobody sees a light pass through 100 of them at once. */
const shortest = 5_000;
const hair = 1e-6;

/** What came of a number's ways from one end towards the other. */
interface Ways {
  /** Levels of the longest whole way, both ends counted; 0 when none was whole. */
  readonly most: number;
  /** How far a way came, if one began. */
  readonly furthest: number | undefined;
}

/** A number goes from one end to the other in steps, in one direction. */
export function checkRamp(check: CheckOf<'ramp'>, timeline: Timeline): Verdict {
  const { signal, from, to, levels } = check;
  const segments = timeline.signal(signal);
  // How it was before the program did anything may be where it begins.
  if (waysOf(check, segments, shortest, true).most >= levels) return reached;
  const found = timeline.find(signal);
  const name = signalName(signal, timeline.wiring);
  const say = (number: number) => valueText(found?.value ?? 'on', number);
  if (segments.filter(({ is }) => is !== undefined).length < 2) {
    return says.never(name, found?.signal.input === true);
  }
  if (waysOf(check, segments, 0, true).most >= levels) return says.rampTooQuick(name);
  const { most, furthest } = waysOf(check, segments, shortest, false);
  if (most > 0) return says.rampTooFew(name, most, levels);
  return furthest === undefined
    ? says.rampWrongWay(name, say(from), say(to))
    : says.rampOnlyTo(name, say(from), say(furthest), say(to));
}

/**
 * @param least levels that last less, in µs, are passed over.
 * @param withStart but not the very first one, however short.
 */
function waysOf(
  { from, to }: CheckOf<'ramp'>,
  segments: readonly Segment<PartValue>[],
  least: number,
  withStart: boolean,
): Ways {
  const up = to >= from ? 1 : -1;
  let most = 0;
  let furthest: number | undefined;
  /** The present way: how many levels since the last one at `from` or before it, and where it is. */
  let count = 0;
  let last = 0;
  for (const [index, segment] of segments.entries()) {
    const { is } = segment;
    if (typeof is !== 'number' || Number.isNaN(is)) {
      count = 0;
      continue;
    }
    if (segment.to - segment.from < least && !(withStart && index === 0)) continue;
    if ((is - from) * up <= hair) {
      count = 1;
    } else if (count === 0 || (is - last) * up < -hair) {
      count = 0;
    } else {
      if (is !== last) count += 1;
      if (furthest === undefined || (is - furthest) * up > 0) furthest = is;
      if ((is - to) * up >= -hair) most = Math.max(most, count);
    }
    last = is;
  }
  return { most, furthest };
}

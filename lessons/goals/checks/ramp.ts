import type { Verdict } from '../goal-verdict.ts';
import type { Timeline } from '../timeline.ts';
import { reached } from '../verdicts.ts';
import { signalName } from '../words/condition-words.ts';
import { numberMessages as says } from '../words/messages-numbers.ts';
import { valueText } from '../words/value-words.ts';
import type { CheckOf } from './check-of.ts';

/** A level that lasts less than this in µs is none: nobody sees a light pass through 100 of them at once. */
const shortest = 5_000;
const hair = 1e-6;

/** A number goes from one end to the other in steps, in one direction. */
export function checkRamp({ signal, from, to, levels }: CheckOf<'ramp'>, timeline: Timeline): Verdict {
  const segments = timeline.signal(signal);
  const found = timeline.find(signal);
  const name = signalName(signal, timeline.wiring);
  const value = found?.value ?? 'on';
  const up = to >= from ? 1 : -1;
  const values: number[] = [];
  let most = 0;
  let furthest: number | undefined;
  /** The present way: its values, from the last one at `from` or before it. */
  let way: number[] = [];
  for (const [index, { is, from: begin, to: end }] of segments.entries()) {
    if (typeof is !== 'number' || Number.isNaN(is)) {
      way = [];
      continue;
    }
    // How it was before the program did anything counts, too.
    if (end - begin < shortest && index > 0) continue;
    if (values.at(-1) !== is) values.push(is);
    const last = way.at(-1);
    if ((is - from) * up <= hair) {
      way = [is];
      continue;
    }
    if (last === undefined) continue;
    if ((is - last) * up < -hair) {
      way = [];
      continue;
    }
    if (is !== last) way.push(is);
    if (furthest === undefined || (is - furthest) * up > 0) furthest = is;
    if ((is - to) * up < -hair) continue;
    if (way.length >= levels) return reached;
    most = Math.max(most, way.length);
  }
  const say = (number: number) => valueText(value, number);
  const changed = segments.filter(({ is }) => typeof is === 'number').length > 1;
  if (values.length < 2)
    return changed ? says.rampTooQuick(name) : says.never(name, found?.signal.input === true);
  if (longestRun(values, -up) > Math.max(most, 2)) return says.rampWrongWay(name, say(from), say(to));
  if (most > 0) return says.rampTooFew(name, most, levels);
  return furthest === undefined || values.length < 2
    ? says.rampWrongWay(name, say(from), say(to))
    : says.rampOnlyTo(name, say(from), say(furthest), say(to));
}

/** The most values in a row that go in one direction. */
function longestRun(values: readonly number[], direction: number): number {
  let run = 0;
  let longest = 0;
  for (const [index, is] of values.entries()) {
    run = index > 0 && (is - values[index - 1]!) * direction > 0 ? run + 1 : 1;
    longest = Math.max(longest, run);
  }
  return longest;
}

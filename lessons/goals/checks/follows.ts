import type { PartValue } from '../../../device/parts/driver.ts';
import type { Verdict } from '../goal-verdict.ts';
import { indexAt, type Segment } from '../segments.ts';
import type { Timeline } from '../timeline.ts';
import { reached } from '../verdicts.ts';
import { signalName } from '../words/condition-words.ts';
import { numberMessages as says } from '../words/messages-numbers.ts';
import { valueText } from '../words/value-words.ts';
import type { CheckOf } from './check-of.ts';

/** How long a value may be off without counting, in µs. */
const excused = 100_000;

/** A time in which a number stood still, but for what its sensor strays. */
interface Still {
  readonly from: number;
  readonly to: number;
  readonly is: number;
}

/** A number follows another one. */
export function checkFollows(check: CheckOf<'follows'>, timeline: Timeline): Verdict {
  const { signal, source, span, tolerance, settle = 0.5 } = check;
  const follower = timeline.find(signal);
  const leader = timeline.find(source);
  const sourceName = signalName(source, timeline.wiring);
  const wide = check.map ? Math.abs(check.map.from[1] - check.map.from[0]) : span;
  const sources = timeline.signal(source);
  const band = Math.max(0.02 * wide, 1.5 * (leader?.signal.stray ?? 0));
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const still of stillTimes(sources, band)) {
    const from = still.from + settle * 1e6;
    if (still.to < from) continue;
    const wanted = expected(still.is, check.map);
    if (wanted === undefined) continue;
    const wrong = strayed(timeline.signal(signal), from, still.to, wanted, tolerance);
    if (wrong !== undefined) {
      return says.followsNot(
        sourceName,
        valueText(leader?.value ?? 'on', still.is),
        signalName(signal, timeline.wiring),
        valueText(follower?.value ?? 'on', wrong),
        valueText(follower?.value ?? 'on', wanted),
      );
    }
    low = Math.min(low, still.is);
    high = Math.max(high, still.is);
  }
  if (high - low >= span - band) return reached;
  if (low > high || low === high) return says.followsStill(sourceName);
  const text = (is: number) => valueText(leader?.value ?? 'on', is);
  return says.followsMore(sourceName, text(low), text(high));
}

/** The longest times in which a number stays within a band. */
function stillTimes(segments: readonly Segment<PartValue>[], band: number): Still[] {
  const still: Still[] = [];
  let first = 0;
  while (first < segments.length) {
    const begin = segments[first]!;
    if (typeof begin.is !== 'number' || Number.isNaN(begin.is)) {
      first += 1;
      continue;
    }
    let low = begin.is;
    let high = begin.is;
    let next = first + 1;
    for (; next < segments.length; next++) {
      const is = segments[next]!.is;
      if (typeof is !== 'number' || Math.max(high, is) - Math.min(low, is) > band) break;
      low = Math.min(low, is);
      high = Math.max(high, is);
    }
    still.push({ from: begin.from, to: segments[next - 1]!.to, is: (low + high) / 2 });
    first = next;
  }
  return still;
}

/** Where the line leads; `undefined` beyond its ends, where a program may do as it likes. */
function expected(is: number, map: CheckOf<'follows'>['map']): number | undefined {
  if (!map) return is;
  const [from, to] = map.from;
  const [begin, end] = map.to;
  if (is < Math.min(from, to) || is > Math.max(from, to)) return undefined;
  return from === to ? begin : begin + ((is - from) / (to - from)) * (end - begin);
}

/** A value of the signal that is too far off for too long; NaN when it has none. */
function strayed(
  segments: readonly Segment<PartValue>[],
  from: number,
  to: number,
  wanted: number,
  tolerance: number,
): number | undefined {
  for (let index = Math.max(0, indexAt(segments, from)); index < segments.length; index++) {
    const segment = segments[index]!;
    if (segment.from >= to) break;
    if (segment.is === undefined) continue;
    const is = Number(segment.is);
    const off = !(Math.abs(is - wanted) <= tolerance + 1e-6);
    if (off && Math.min(segment.to, to) - Math.max(segment.from, from) > excused) return is;
  }
  return undefined;
}

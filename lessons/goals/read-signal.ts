import type { PartValue } from '../../device/parts/driver.ts';
import type { Gap } from './gaps.ts';
import type { PartEvent, PartSignal } from './part-signals.ts';
import type { Segment } from './segments.ts';

/** The time that is looked at, in µs since the run's start. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** The trace begins with the program. */
  readonly whole: boolean;
  readonly gaps: readonly Gap[];
}

/** A board tells each value 20 times a second at most; in µs, with room for its clock. */
const tellingDelay = 60_000;

/** A signal from the first moment to the last, from what is told of its part. Nothing is known within a gap. */
export function readSignal(
  signal: PartSignal,
  events: readonly PartEvent[],
  { start, end, whole, gaps }: Span,
): Segment<PartValue>[] {
  const steps: { at: number; is: PartValue }[] = [];
  /** When the part was told to do something last: what it shows since then may be told up to 50 ms later. */
  let told = start;
  for (const event of events) {
    if (event.kind === 'command') told = event.at;
    const is = signal.follow(event);
    const last = steps.at(-1);
    if (is === undefined || is === last?.is) continue;
    const late = event.kind === 'value' && !signal.input && event.at - told <= tellingDelay;
    steps.push({ at: Math.max(start, late ? Math.max(told, last?.at ?? start) : event.at), is });
  }
  const segments: Segment<PartValue>[] = [];
  let from = start;
  let is = startValue(signal, steps[0]?.is, whole);
  for (const step of steps) {
    if (step.is === is) continue;
    if (step.at > from || segments.length > 0 || is !== undefined) segments.push({ from, to: step.at, is });
    from = step.at;
    is = step.is;
  }
  segments.push({ from, to: Math.max(from, end), is });
  return gaps.length === 0 ? segments : cut(segments, gaps);
}

function startValue(signal: PartSignal, first: PartValue | undefined, whole: boolean): PartValue | undefined {
  // What was pressed or closed before the run is known when it is let go.
  if (signal.start === 'opposite') return first === undefined ? (whole ? false : undefined) : !first;
  return whole ? signal.start : undefined;
}

/** The segments with unknown time in place of the gaps. */
function cut(segments: readonly Segment<PartValue>[], gaps: readonly Gap[]): Segment<PartValue>[] {
  const result: Segment<PartValue>[] = [];
  let next = 0;
  for (const segment of segments) {
    while (next < gaps.length && gaps[next]!.to < segment.from) next += 1;
    let from = segment.from;
    for (let index = next; index < gaps.length && gaps[index]!.from < segment.to; index++) {
      const gap = gaps[index]!;
      if (gap.from > from) result.push({ ...segment, from, to: gap.from });
      const to = Math.min(gap.to, segment.to);
      if (to > from) result.push({ from: Math.max(from, gap.from), to, is: undefined });
      from = Math.max(from, to);
    }
    if (from < segment.to || segment.from === segment.to) result.push({ ...segment, from });
  }
  return result;
}

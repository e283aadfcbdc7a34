import type { TraceEvent } from '../../device/contract/trace.ts';
import type { Wiring } from '../../device/contract/wiring.ts';
import type { PartValue } from '../../device/parts/driver.ts';
import { type Gap, gapsOf } from './gaps.ts';
import type { Condition } from './goal-schema.ts';
import type { Evidence } from './goal-verdict.ts';
import { matches } from './matches.ts';
import type { PartEvent } from './part-signals.ts';
import { type Ending, ownDoing } from './program-end.ts';
import { withoutQuietPauses } from './quiet-pauses.ts';
import { readSignal } from './read-signal.ts';
import { both, merged, type Segment, steady } from './segments.ts';
import { type FoundSignal, findSignal } from './signals.ts';

type EventOf<Kind extends TraceEvent['kind']> = Extract<TraceEvent, { kind: Kind }>;

/** Between a pin's level and its pulses, in µs. */
const beginning = 1_000;

/** One run, sorted for the checks: what each part did, what was written and sent, and what nobody knows. */
export class Timeline {
  readonly wiring: Wiring;
  /** µs since the run's start: from here on the trace is known. */
  readonly start: number;
  /** µs since the run's start: the program's end, or the present moment while it runs. */
  readonly end: number;
  readonly ending: Ending;
  readonly failed: boolean;
  /** Nothing has run. */
  readonly empty: boolean;
  /** Times of which too much was lost. */
  readonly gaps: readonly Gap[];
  /** Whether the beginning is in the trace. */
  readonly whole: boolean;
  readonly #parts = new Map<string, PartEvent[]>();
  readonly #others = new Map<TraceEvent['kind'], TraceEvent[]>();
  readonly #signals = new Map<string, readonly Segment<PartValue>[]>();
  readonly #conditions = new Map<string, readonly Segment<boolean>[]>();
  readonly #steady = new Map<string, readonly Segment<boolean>[]>();

  constructor({ trace, now, wiring }: Evidence) {
    const { events, endedAt, ending, failed } = ownDoing(trace);
    this.wiring = wiring;
    this.empty = trace.length === 0;
    this.whole = trace[0]?.kind === 'start';
    this.start = this.whole ? 0 : (trace[0]?.at ?? 0);
    this.ending = ending;
    this.failed = failed;
    this.end = Math.max(this.start, endedAt ?? Math.max(now, events.at(-1)?.at ?? 0));
    this.gaps = gapsOf(events, this.end);
    this.#sort(withoutQuietPauses(events, wiring));
  }

  /** Seconds of the run that are known. */
  get seconds(): number {
    const unknown = this.gaps.reduce((sum, { from, to }) => sum + to - from, 0);
    return (this.end - this.start - unknown) / 1e6;
  }

  /** All events of a kind that no part has. */
  all<Kind extends 'print' | 'sent' | 'received' | 'message' | 'key'>(kind: Kind): readonly EventOf<Kind>[] {
    return (this.#others.get(kind) ?? []) as EventOf<Kind>[];
  }

  /** What is told of a part. */
  ofPart(part: string): readonly PartEvent[] {
    return this.#parts.get(part) ?? [];
  }

  /** What is known of a signal's name. */
  find(signal: string): FoundSignal | undefined {
    return findSignal(signal, this.wiring);
  }

  /** A signal from `start` to `end` without a hole; values of no duration are in it. */
  signal(name: string): readonly Segment<PartValue>[] {
    let segments = this.#signals.get(name);
    if (!segments) {
      segments = this.#read(name);
      this.#signals.set(name, segments);
    }
    return segments;
  }

  /** When a condition holds, to the µs. */
  condition(condition: Condition): readonly Segment<boolean>[] {
    const key = JSON.stringify(condition);
    let segments = this.#conditions.get(key);
    if (!segments) {
      segments = this.#holds(condition);
      this.#conditions.set(key, segments);
    }
    return segments;
  }

  /** When a condition holds; what is shorter than the blink of an eye is passed over. */
  steadily(condition: Condition): readonly Segment<boolean>[] {
    const key = JSON.stringify(condition);
    let segments = this.#steady.get(key);
    if (!segments) {
      segments = steady(this.condition(condition));
      this.#steady.set(key, segments);
    }
    return segments;
  }

  #read(name: string): Segment<PartValue>[] {
    const found = this.find(name);
    if (!found) return [{ from: this.start, to: this.end, is: undefined }];
    return readSignal(found.signal, this.ofPart(found.part.id), this);
  }

  #holds(condition: Condition): Segment<boolean>[] {
    const each = Object.entries(condition).map(([name, matcher]) => {
      const found = this.find(name);
      return merged(
        this.signal(name).map(({ from, to, is }) => ({
          from,
          to,
          is: is === undefined || !found ? undefined : matches(found, is, matcher),
        })),
      );
    });
    return each.reduce((one, other) =>
      both(one, other, (a, b) => {
        if (a === false || b === false) return false;
        return a === undefined || b === undefined ? undefined : true;
      }),
    );
  }

  #sort(events: readonly TraceEvent[]): void {
    const pins = new Map<number, { part: string; pin: string; level: number; duty: number | undefined }>();
    for (const { id, pins: named } of this.wiring.parts) {
      for (const [pin, gpio] of Object.entries(named)) {
        pins.set(gpio, { part: id, pin, level: 0, duty: undefined });
      }
    }
    const add = (part: string, event: PartEvent) => {
      const list = this.#parts.get(part);
      if (list) list.push(event);
      else this.#parts.set(part, [event]);
    };
    for (const event of events) {
      switch (event.kind) {
        case 'pin':
        case 'pwm': {
          const pin = pins.get(event.gpio);
          if (!pin) break;
          if (event.kind === 'pin') pin.level = event.level;
          else {
            pin.duty = event.duty > 0 && event.duty < 1 ? event.duty : undefined;
            pin.level = event.duty > 0 ? 1 : 0;
          }
          const duty = pin.level === 0 ? 0 : (pin.duty ?? 1);
          const list = this.#parts.get(pin.part);
          const last = list?.at(-1);
          // A pin that begins to pulse tells its level first, and how it pulses right after.
          const begun =
            event.kind === 'pwm' && last?.kind === 'level' && last.pin === pin.pin && last.duty === 1;
          if (begun && event.at - last.at <= beginning) list!.pop();
          add(pin.part, { kind: 'level', at: event.at, pin: pin.pin, duty });
          break;
        }
        case 'value':
        case 'command':
        case 'event':
          add(event.part, event);
          break;
        default: {
          const list = this.#others.get(event.kind);
          if (list) list.push(event);
          else this.#others.set(event.kind, [event]);
        }
      }
    }
  }
}

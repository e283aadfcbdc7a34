import type { TraceEvent } from '../contract/trace.ts';
import type { Clock } from './clock.ts';
import type { TraceListener } from './runner-contract.ts';
import { TraceGate } from './trace-gate.ts';

type WithoutTime<Event> = Event extends TraceEvent ? Omit<Event, 'at'> : never;

/** An event before it is stamped. */
export type Untimed = WithoutTime<TraceEvent>;

/** Events of a run that pass in 50 ms; a batch on the wire holds 400. */
const perWindow = 300;

/** Stamps the events of one run, from 0 µs for the first, and tells them on. */
export class RunTrace {
  readonly #gate: TraceGate<Untimed>;
  readonly #tell: (event: Untimed) => void;

  constructor(runId: string, clock: Clock, listener: TraceListener) {
    let began: number | undefined;
    let last = 0;
    this.#tell = (event) => {
      began ??= clock.now();
      last = Math.max(last, Math.round(clock.now() - began));
      listener(runId, [{ at: last, ...event } as TraceEvent]);
    };
    this.#gate = new TraceGate({
      clock,
      perWindow,
      stateOf(event) {
        if (event.kind === 'pin') return `pin ${event.gpio}`;
        return event.kind === 'block' ? `block ${event.stack}` : undefined;
      },
      pass: this.#tell,
      gap: (dropped) => this.#tell({ kind: 'gap', dropped }),
    });
  }

  add(event: Untimed): void {
    this.#gate.push(event);
  }

  /** For what must never be dropped: start, errors and end. What was held back is told before. */
  insist(event: Untimed): void {
    this.#gate.close();
    this.#tell(event);
  }
}

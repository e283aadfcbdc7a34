import { stateKey, type TraceEvent, type UntimedTraceEvent } from '../contract/trace.ts';
import type { Clock } from './clock.ts';
import type { ProgramTime } from './program-time.ts';
import type { TraceListener } from './runner-contract.ts';
import { TraceGate } from './trace-gate.ts';

/** Events of a run that pass in 50 ms; a batch on the wire holds 400. */
const perWindow = 300;

/** Stamps the events of one run with the program's time, from 0 µs for the first, and tells them on. */
export class RunTrace {
  readonly #gate: TraceGate<UntimedTraceEvent>;
  readonly #tell: (event: UntimedTraceEvent) => void;

  constructor(runId: string, clock: Clock, time: ProgramTime, listener: TraceListener) {
    let began: number | undefined;
    let last = 0;
    this.#tell = (event) => {
      began ??= time.now();
      last = Math.max(last, Math.round(time.now() - began));
      listener(runId, [{ at: last, ...event } as TraceEvent]);
    };
    this.#gate = new TraceGate({
      clock,
      perWindow,
      stateOf(event) {
        return stateKey(event);
      },
      pass: this.#tell,
      gap: (dropped) => this.#tell({ kind: 'gap', dropped }),
    });
  }

  add(event: UntimedTraceEvent): void {
    this.#gate.push(event);
  }

  /** For what is rare and must not be dropped; it may stand before what is held back. */
  addAlways(event: UntimedTraceEvent): void {
    this.#tell(event);
  }

  /** For what must never be dropped: start, pauses, errors and end. What was held back is told before. */
  insist(event: UntimedTraceEvent): void {
    this.#gate.close();
    this.#tell(event);
  }
}

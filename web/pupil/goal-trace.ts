import { stateKey, type TraceBatch, type TraceEvent } from '../../device/contract/trace.ts';

/** Events that are kept; a run that does more loses its oldest. */
const longest = 20_000;

/**
 * What one run did, as far as this page heard it, for judging goals. Where something is missing there is a `gap`, so
 * that nothing is reached by what was not seen. Blocks that ran and variables are left out: no goal asks for them.
 */
export class GoalTrace {
  readonly runId: string;
  /** Ordered by `at`. */
  events: TraceEvent[] = [];
  /** The run is over. */
  ended = false;
  #next: number | null = null;

  constructor(runId: string) {
    this.runId = runId;
  }

  /** When the last event was, µs since the run's start. */
  get lastAt(): number {
    return this.events.at(-1)?.at ?? 0;
  }

  /** Takes a batch of this run; one that was taken before changes nothing. */
  take(batch: TraceBatch): void {
    const { sequence, resync } = batch;
    if (!resync && this.#next !== null && sequence < this.#next) return;
    const first = this.#next === null;
    const hole = first ? sequence > 0 && !startsRun(batch) : sequence > (this.#next ?? 0);
    // A page that came late knows how things stand, not what happened before.
    if (resync && first) this.events = standing(batch.events);
    else this.#append(batch.events, hole || resync === true);
    this.#next = Math.max(this.#next ?? 0, sequence + 1);
    if (batch.events.some(({ kind }) => kind === 'end')) this.ended = true;
    if (this.events.length > longest) this.#forget();
  }

  /** A resync repeats what was heard; only what is later is new. */
  #append(events: readonly TraceEvent[], missing: boolean): void {
    const { lastAt } = this;
    const fresh = events.filter(({ kind, at }) => judged(kind) && (missing ? at > lastAt : at >= lastAt));
    if (missing) this.#gap(fresh[0]?.at ?? lastAt);
    this.events.push(...fresh);
  }

  #gap(at: number): void {
    this.events.push({ at, kind: 'gap', dropped: 1 });
  }

  /** Keeps the newer part, and of the older how things stood at its end. */
  #forget(): void {
    const cut = longest / 4;
    this.events = [...standing(this.events.slice(0, cut)), ...this.events.slice(cut)];
  }
}

/** Whether goals look at events of this kind. */
function judged(kind: TraceEvent['kind']): boolean {
  return kind !== 'block' && kind !== 'variable';
}

function startsRun({ events }: TraceBatch): boolean {
  return events[0]?.kind === 'start';
}

/** How things stand at the end of these events; how they came to stand so is lost, from the start on. */
function standing(events: readonly TraceEvent[]): TraceEvent[] {
  const at = events.at(-1)?.at ?? 0;
  const newest = new Map<string, TraceEvent>();
  for (const event of events) {
    const key = judged(event.kind) ? stateKey(event) : undefined;
    if (key !== undefined) newest.set(key, { ...event, at });
  }
  return [{ at: 0, kind: 'start' }, { at, kind: 'gap', dropped: 1 }, ...newest.values()];
}

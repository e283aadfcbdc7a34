import type { TraceBatch, TraceEvent } from '../../../device/contract/trace.ts';
import { Lane, type LaneKind, type LaneSource } from './lane.ts';

/** Changes that are kept of a run; one that does more loses its oldest. */
export const mostChanges = 200_000;
/** Lanes that are kept; what else a program does is not recorded. */
const mostLanes = 64;
/** Holes that are told apart. */
const mostHoles = 2000;
/** Events of pins and values that a page which comes late is told at least, if there were so many. */
const wholeTail = 200;
/** What a pin is told within this time is told at once, µs. */
const oneMoment = 1000;

/** A stretch of the run of which something was not heard, µs. */
export interface Hole {
  readonly from: number;
  /** Infinite while nothing was heard since. */
  to: number;
}

/** A moment of the run that concerns every lane. */
export interface Mark {
  readonly at: number;
  readonly kind: 'paused' | 'resumed' | 'error' | 'end';
}

/** What one run did, lane by lane. Times are µs since its start. */
export class RunRecord {
  readonly runId: string;
  readonly lanes = new Map<string, Lane>();
  holes: Hole[] = [];
  marks: Mark[] = [];
  /** When the last event was that was heard of. */
  lastAt = 0;
  ended = false;
  paused = false;
  /** Before this moment nothing is kept, because the run did too much; 0: all is there. */
  forgottenUntil = 0;
  /** When the last batch came, ms of the page's clock. */
  heardAt = 0;
  #next: number | null = null;
  #changes = 0;
  /** A level may be told again after this, so it need not have changed when it is told first. */
  #certain = true;
  readonly #pulses = new Map<number, { hertz: number; duty: number }>();
  readonly #levels = new Map<number, 0 | 1>();

  constructor(runId: string) {
    this.runId = runId;
  }

  /** Changes that are kept now. */
  get changes(): number {
    return this.#changes;
  }

  /** The run's present moment, which goes on without events; `clock` in ms. */
  now(clock: number): number {
    if (this.ended || this.paused || this.#next === null) return this.lastAt;
    return this.lastAt + Math.max(0, clock - this.heardAt) * 1000;
  }

  /** Takes a batch of this run; one that was taken before changes nothing. */
  take(batch: TraceBatch, clock: number): void {
    const { sequence, resync, events } = batch;
    const next = this.#next;
    if (!resync && next !== null && sequence < next) return;
    if (next === null) this.#openLate(batch);
    else if (sequence > next) this.#openHole();
    if (resync) this.#certain = false;
    // What a resync repeats of the run's course was heard, if it is not later than the rest.
    const known = resync && next !== null ? this.lastAt : -1;
    for (const event of events) this.#hear(event, known);
    this.#next = Math.max(next ?? 0, sequence + 1);
    this.heardAt = clock;
    if (this.#changes > mostChanges) this.#forget();
  }

  /** A copy that does not go on. */
  copy(now: number): RunRecord {
    const copy = new RunRecord(this.runId);
    for (const [key, lane] of this.lanes) copy.lanes.set(key, lane.copy());
    copy.holes = this.holes.map((hole) => ({ ...hole }));
    copy.marks = [...this.marks];
    copy.lastAt = now;
    copy.ended = true;
    copy.forgottenUntil = this.forgottenUntil;
    copy.#changes = this.#changes;
    return copy;
  }

  /** A page that was not there from the start is told how things stand, and a little of what was before. */
  #openLate({ sequence, events }: TraceBatch): void {
    const passing = events.filter(({ kind }) => !['start', 'print', 'error', 'end', 'block'].includes(kind));
    const whole = events[0]?.kind === 'start' && passing.length < wholeTail;
    if (whole || (sequence === 0 && events[0]?.kind === 'start')) return;
    this.#certain = false;
    const sure = passing.at(-wholeTail) ?? passing[0] ?? events.at(-1);
    if (sure && sure.at > 0) this.holes.push({ from: 0, to: sure.at });
  }

  #hear(event: TraceEvent, known: number): void {
    const { at } = event;
    if (event.kind === 'gap') {
      // Messages that did not get out are no hole in what was heard.
      if (!event.unsent && at > known) this.#openHole();
      return;
    }
    this.#closeHole(at);
    this.lastAt = Math.max(this.lastAt, at);
    switch (event.kind) {
      case 'pin':
        this.#levels.set(event.gpio, event.level);
        this.#pin(event.gpio, at, event.level === 1 ? 0 : 1);
        break;
      case 'pwm':
        if (event.duty > 0 && event.duty < 1) this.#pulses.set(event.gpio, event);
        else this.#pulses.delete(event.gpio);
        if (!this.#levels.has(event.gpio)) break;
        // Its level is told only after the end of the pulses, and was never what stands there yet.
        if (event.duty === 0) this.#levels.set(event.gpio, 0);
        this.#pin(event.gpio, at, 0);
        break;
      case 'value':
        this.#value({ of: 'value', part: event.part, value: event.value }, at, event.is);
        break;
      case 'variable':
        this.#value({ of: 'variable', name: event.name }, at, event.is);
        break;
      case 'event':
        if (at > known) this.#tick({ of: 'event', part: event.part }, at, event.event);
        break;
      case 'message':
        if (at > known) this.#tick({ of: 'messages' }, at, event.name);
        break;
      case 'sent':
        if (at > known) this.#tick({ of: 'messages' }, at, `${event.name} →`);
        break;
      case 'received':
        if (at > known) this.#tick({ of: 'messages' }, at, `→ ${event.name}`);
        break;
      case 'key':
        if (at > known) this.#tick({ of: 'keys' }, at, event.key);
        break;
      case 'paused':
      case 'resumed':
        this.paused = event.kind === 'paused';
        this.#mark(event.kind, at);
        break;
      case 'error':
      case 'end':
        if (event.kind === 'end') this.ended = true;
        this.#mark(event.kind, at);
        break;
    }
  }

  /** @param before the level that a first event says there was. */
  #pin(gpio: number, at: number, before: number): void {
    const lane = this.#lane({ of: 'pin', gpio }, 'level');
    if (!lane) return;
    const level = this.#levels.get(gpio) ?? 0;
    const pulses = level === 1 ? this.#pulses.get(gpio) : undefined;
    this.#begin(lane, at, before);
    // A pin that begins to pulse is told to be high first.
    if (pulses && at >= lane.lastAt && at - lane.lastAt < oneMoment && lane.isSteadilyHigh)
      lane.amend(pulses.duty, pulses.hertz);
    else this.#change(lane, at, pulses?.duty ?? level, pulses?.hertz);
  }

  #value(source: LaneSource, at: number, is: boolean | number | string): void {
    if (typeof is === 'boolean') {
      const lane = this.#lane(source, 'level');
      if (!lane) return;
      if (lane.kind === 'level') this.#begin(lane, at, is ? 0 : 1);
      this.#change(lane, at, is ? 1 : 0);
    } else if (typeof is === 'number') {
      const lane = this.#lane(source, 'number');
      if (lane) this.#change(lane, at, is);
    } else if (source.of === 'variable') {
      // A variable that holds a text for a while has no number then.
      const lane = this.lanes.get(JSON.stringify(source));
      if (lane) this.#change(lane, at, Number.NaN);
    } else {
      const lane = this.#lane(source, 'text');
      if (lane?.kind === 'text' && at >= lane.lastAt && lane.addText(at, is)) this.#changes += 1;
    }
  }

  /** Only changes are told, so a pin's first event tells how it was from the start, if nothing was missed. */
  #begin(lane: Lane, at: number, before: number): void {
    if (lane.count === 0 && at > 0 && this.#certain && this.holes.length === 0) this.#change(lane, 0, before);
  }

  #change(lane: Lane, at: number, value: number, hertz = 0): void {
    // A resync may repeat what this lane knows.
    if (at < lane.lastAt || lane.kind === 'text' || lane.kind === 'tick') return;
    if (lane.add(at, value, hertz)) this.#changes += 1;
  }

  #tick(source: LaneSource, at: number, text: string): void {
    const lane = this.#lane(source, 'tick');
    if (lane && at >= lane.lastAt && lane.addText(at, text)) this.#changes += 1;
  }

  #lane(source: LaneSource, kind: LaneKind): Lane | undefined {
    const key = JSON.stringify(source);
    let lane = this.lanes.get(key);
    if (!lane && this.lanes.size < mostLanes) {
      lane = new Lane(source, kind);
      this.lanes.set(key, lane);
    }
    return lane;
  }

  #mark(kind: Mark['kind'], at: number): void {
    if (!this.marks.some((mark) => mark.kind === kind && mark.at === at)) this.marks.push({ at, kind });
    if (this.marks.length > mostHoles) this.marks.shift();
  }

  #openHole(): void {
    const last = this.holes.at(-1);
    // A hole right after a hole is one longer hole.
    if (last && last.to >= this.lastAt) last.to = Number.POSITIVE_INFINITY;
    else this.holes.push({ from: this.lastAt, to: Number.POSITIVE_INFINITY });
    if (this.holes.length > mostHoles) {
      const [first, second] = this.holes;
      this.holes.splice(0, 2, { from: first!.from, to: second!.to });
    }
  }

  #closeHole(at: number): void {
    const last = this.holes.at(-1);
    // What is as old as the last event may be that event, told again.
    if (last?.to === Number.POSITIVE_INFINITY && at > last.from) last.to = at;
  }

  /** Drops the oldest quarter. */
  #forget(): void {
    const spare = mostChanges / 4;
    let early = this.forgottenUntil;
    let late = this.lastAt;
    const before = (at: number) =>
      [...this.lanes.values()].reduce((sum, lane) => sum + lane.indexAt(at) + 1, 0);
    while (late - early > 1) {
      const middle = Math.floor((early + late) / 2);
      if (before(middle) < spare) early = middle;
      else late = middle;
    }
    for (const lane of this.lanes.values()) this.#changes -= lane.forget(late);
    this.holes = this.holes.filter(({ to }) => to > late);
    this.marks = this.marks.filter(({ at }) => at >= late);
    this.forgottenUntil = late;
  }
}

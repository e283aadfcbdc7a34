import type { RunTarget } from '../runs.ts';
import type { Recording } from './recording.ts';
import type { RunRecord } from './run-record.ts';
import { firstSpan, newest, panned, type TimeWindow, whole, zoomed } from './time-window.ts';

/** One of the two cursors that measure. */
export type CursorName = 'a' | 'b';

/** How somebody looks at a recording: which stretch, frozen or not, with which cursors. */
export class Viewing {
  /** The newest is in sight, and stays so. */
  follows = true;
  /** Moments of the cursors, µs; `null`: not set. */
  readonly cursors: Record<CursorName, number | null> = { a: null, b: null };
  /** The cursor that keys move. */
  active: CursorName = 'a';
  /** The lane that keys speak of, counted from 0. */
  lane = 0;
  /** Whether the program in sight runs; the time of one that does not stands. */
  running = false;
  readonly #changed: () => void;
  #recording: Recording | undefined;
  #target: RunTarget | undefined;
  #frozen: RunRecord | null = null;
  #seen: RunRecord | undefined;
  #span = firstSpan;
  #fixed: TimeWindow = { from: 0, to: firstSpan };

  /** @param changed something is to be drawn anew. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Looks at this recording from now on. */
  open(recording: Recording | undefined, target: RunTarget | undefined): void {
    this.#recording = recording;
    this.#target = target;
  }

  get frozen(): boolean {
    return this.#frozen !== null;
  }

  /** The run in sight: the frozen one, or the newest that {@link sync} saw. */
  get run(): RunRecord | undefined {
    return this.#seen;
  }

  /** Looks at the newest run, if nothing is frozen; a new run is looked at from its start. */
  sync(): void {
    if (this.#frozen) return;
    const run = this.#recording?.run(this.#target);
    if (run === this.#seen) return;
    this.#seen = run;
    this.follows = true;
    this.clearCursors();
  }

  /** The present moment of the run in sight, µs. */
  get now(): number {
    const { run } = this;
    if (!run) return 0;
    return this.running && this.#recording && !this.#frozen ? this.#recording.now(run) : run.lastAt;
  }

  /** The stretch in sight. */
  get window(): TimeWindow {
    return this.follows ? newest(this.#span, this.now) : this.#fixed;
  }

  /** Goes with the newest from now on, or stays here. */
  follow(follows: boolean): void {
    if (!follows) this.#fixed = this.window;
    else this.#span = Math.min(firstSpan, this.window.to - this.window.from);
    this.follows = follows;
    this.#changed();
  }

  /** Keeps the picture while the program runs on; what is recorded meanwhile is in sight when it thaws. */
  freeze(freezes: boolean): void {
    const { run, now } = this;
    if (freezes && run) {
      this.#fixed = this.window;
      this.follows = false;
      this.#frozen = run.copy(now);
      this.#seen = this.#frozen;
    } else {
      this.#frozen = null;
      this.#seen = this.#recording?.run(this.#target);
      if (this.#seen?.runId !== run?.runId) this.clearCursors();
      this.follows = true;
    }
    this.#changed();
  }

  /** @param around the moment that stays where it is; without it the newest while following, else the middle. */
  zoom(factor: number, around?: number): void {
    const { window, now } = this;
    const pivot = around ?? (this.follows ? window.to : (window.from + window.to) / 2);
    this.#fixed = zoomed(window, factor, pivot, now);
    this.#span = this.#fixed.to - this.#fixed.from;
    if (around !== undefined) this.follows = false;
    this.#changed();
  }

  /** @param by µs later. */
  pan(by: number): void {
    this.#fixed = panned(this.window, by, this.now);
    this.follows = false;
    this.#changed();
  }

  /** The whole run. */
  showAll(): void {
    this.#fixed = whole(this.now, this.run?.forgottenUntil);
    this.follows = false;
    this.#changed();
  }

  /** Brings a moment into sight, if it is not. */
  reveal(at: number): void {
    const { from, to } = this.window;
    if (at < from || at > to) this.pan(at - (from + to) / 2);
  }

  setCursor(name: CursorName, at: number): void {
    this.cursors[name] = Math.max(0, at);
    this.active = name;
    this.#changed();
  }

  /** A tap sets A, the next one B, and one more begins anew with A. */
  tap(at: number): void {
    const { a, b } = this.cursors;
    if (a !== null && b === null) {
      this.setCursor('b', at);
      return;
    }
    this.clearCursors();
    this.setCursor('a', at);
  }

  clearCursors(): void {
    this.cursors.a = null;
    this.cursors.b = null;
    this.active = 'a';
    this.#changed();
  }

  chooseLane(lane: number): void {
    this.lane = lane;
    this.#changed();
  }
}

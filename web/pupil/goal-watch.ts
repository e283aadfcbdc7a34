import type { TraceBatch } from '../../device/contract/trace.ts';
import type { Wiring } from '../../device/contract/wiring.ts';
import type { GoalCheck } from '../../lessons/goals/goal-schema.ts';
import type { Evidence, Verdict } from '../../lessons/goals/goal-verdict.ts';
import type { Blocks } from '../../server/live/contract/live.ts';
import { GoalTrace } from './goal-trace.ts';
import type { RunTarget } from './runs.ts';

/** While a program runs its goals are judged this often, ms. */
const pause = 500;
/** Longest time between two looks in which nothing can have been missed, ms: a sleeping page hears nothing. */
const awake = 800;
/** The trace may come this much later than what it tells, ms. */
const delay = 300;
/** Before that much of a run has passed nothing is said of what was not seen: it had no time to happen, ms. */
const settling = 1500;
/** Time after which what judges is asked for again when it could not be loaded, ms. */
const retryPause = 3000;

/** Judges goals; `checkGoals` of the lessons. */
export type Judge = (
  goals: Readonly<Record<string, GoalCheck>>,
  evidence: Evidence,
) => Record<string, Verdict>;
/** A goal that is not reached, and what was seen. */
export type NotReached = Extract<Verdict, { reached: false }>;

/** What a watch needs of the page around it. */
export interface GoalWatchOptions {
  /** Gets what judges, when it is first needed. */
  judge(): Promise<Judge>;
  readonly clock: {
    /** ms since some moment. */
    now(): number;
    /** @returns what calls it off. */
    after(ms: number, callback: () => void): () => void;
  };
  /** `deaf`: it runs, but the page does not hear of it at the moment. */
  state(target: RunTarget): 'running' | 'deaf' | 'over';
  /** The present work, for a run that this page did not begin. */
  work(): { blocks: Blocks; wiring: Wiring };
  /** These goals were reached just now. */
  reached(ids: readonly string[]): void;
  /** `notYet` has changed. */
  changed(): void;
}

interface Run {
  readonly target: RunTarget;
  readonly trace: GoalTrace;
  readonly blocks: Blocks;
  readonly wiring: Wiring;
  /** How long nothing has happened since the last event, ms; only what the page was awake for. */
  silence: number;
  lookedAt: number;
  /** It is over and was judged. */
  done: boolean;
}

/** Judges the goals of a lesson by what the programs do. A goal that was reached is not asked for again. */
export class GoalWatch {
  /** Of the goals that are not reached, what was seen in the last run. */
  notYet: ReadonlyMap<string, NotReached> = new Map();
  readonly #options: GoalWatchOptions;
  readonly #runs = new Map<RunTarget, Run>();
  readonly #expected = new Map<RunTarget, { blocks: Blocks; wiring: Wiring }>();
  #goals: Readonly<Record<string, GoalCheck>> = {};
  /** The run of which is said what was seen. */
  #newest: Run | undefined;
  #callOff: (() => void) | undefined;
  #closed = false;

  constructor(options: GoalWatchOptions) {
    this.#options = options;
  }

  /** The goals that are still to be reached. */
  set goals(goals: Readonly<Record<string, GoalCheck>>) {
    this.#goals = goals;
    const known = [...this.notYet].filter(([id]) => id in goals);
    if (known.length < this.notYet.size) this.notYet = new Map(known);
  }

  /** A program is about to run: these blocks. */
  expect(target: RunTarget, blocks: Blocks, wiring: Wiring): void {
    this.#expected.set(target, { blocks, wiring });
  }

  /** It did not begin. */
  calledOff(target: RunTarget): void {
    this.#expected.delete(target);
  }

  /** A batch of a program's trace came. */
  hear(target: RunTarget, batch: TraceBatch): void {
    let run = this.#runs.get(target);
    if (run?.trace.runId !== batch.runId) {
      const { blocks, wiring } = this.#expected.get(target) ?? this.#options.work();
      this.#expected.delete(target);
      const trace = new GoalTrace(batch.runId);
      run = { target, trace, blocks, wiring, silence: 0, lookedAt: this.#now(), done: false };
      this.#runs.set(target, run);
      this.forgetNotYet();
      this.#newest = run;
    }
    const before = run.trace.events.length;
    run.trace.take(batch);
    if (run.trace.events.length !== before) {
      run.silence = 0;
      run.lookedAt = this.#now();
      run.done = false;
    }
    if (run.done) return;
    if (run.trace.ended) void this.#look();
    else this.#plan(pause);
  }

  /** What was seen in the last run no longer matters, nor what it may still show: only what it reaches. */
  forgetNotYet(): void {
    this.#newest = undefined;
    if (this.notYet.size === 0) return;
    this.notYet = new Map();
    this.#options.changed();
  }

  close(): void {
    this.#closed = true;
    this.#callOff?.();
    this.#runs.clear();
  }

  #plan(ms: number): void {
    if (this.#callOff || this.#closed) return;
    this.#callOff = this.#options.clock.after(ms, () => {
      this.#callOff = undefined;
      void this.#look();
    });
  }

  async #look(): Promise<void> {
    this.#callOff?.();
    this.#callOff = undefined;
    const runs = [...this.#runs.values()].filter(({ done }) => !done);
    for (const run of runs) this.#wait(run);
    if (Object.keys(this.#goals).length > 0) {
      try {
        const judge = await this.#options.judge();
        if (this.#closed) return;
        for (const run of runs) this.#judge(judge, run);
      } catch {
        this.#plan(retryPause);
        return;
      }
    }
    for (const run of runs) run.done = !this.#goesOn(run);
    if (runs.some(({ done }) => !done)) this.#plan(pause);
  }

  /** Nothing that comes, as long as the page would hear it, is something that happens too: a light stays on. */
  #wait(run: Run): void {
    const now = this.#now();
    const passed = now - run.lookedAt;
    run.lookedAt = now;
    if (passed <= awake && this.#options.state(run.target) === 'running') run.silence += passed;
  }

  #judge(judge: Judge, run: Run): void {
    const { trace, wiring, blocks } = run;
    const silence = this.#goesOn(run) ? Math.max(0, run.silence - delay) : 0;
    const now = trace.lastAt + silence * 1000;
    const verdicts = judge(this.#goals, {
      trace: trace.events,
      now,
      wiring,
      blocks,
    });
    const notYet = new Map<string, NotReached>();
    const reached: string[] = [];
    for (const [id, verdict] of Object.entries(verdicts)) {
      if (verdict.reached) reached.push(id);
      else notYet.set(id, verdict);
    }
    if (run === this.#newest && (now >= settling * 1000 || !this.#goesOn(run))) {
      this.notYet = notYet;
      this.#options.changed();
    }
    if (reached.length > 0) this.#options.reached(reached);
  }

  #goesOn(run: Run): boolean {
    return !run.trace.ended && this.#options.state(run.target) !== 'over';
  }

  #now(): number {
    return this.#options.clock.now();
  }
}

import type { Problem } from '../../../device/contract/problem.ts';
import type { TraceEvent } from '../../../device/contract/trace.ts';
import { isTicked, type Noticed, nothingNoticed, notice } from '../../../lessons/wiring-test/noticed.ts';
import { longestTest, type PartTest } from '../../../lessons/wiring-test/part-test.ts';
import { problemOf } from '../../ui/problem-text.ts';
import type { WiringBench } from './wiring-bench.ts';

/** Where the test of one part stands. */
export type CheckPhase =
  | { readonly at: 'ready' }
  /** A program of the pupil runs: it is theirs to stop. */
  | { readonly at: 'busy' }
  | { readonly at: 'offline' }
  | { readonly at: 'starting' }
  | { readonly at: 'running'; readonly noticed: Noticed }
  /** It has been shown, and the pupil has not answered yet. */
  | { readonly at: 'shown' }
  /** Nothing was seen, or nothing came: these many things have been looked at. */
  | { readonly at: 'missed'; readonly checked: number }
  | { readonly at: 'passed' }
  | { readonly at: 'failed'; readonly problem: Problem };

const ready: CheckPhase = { at: 'ready' };
/** A trace whose end was lost is over after this time, ms. */
const patience = (longestTest + 10) * 1000;

/** Runs the test of one part after the other on the bench, and hears how it goes. Nothing here throws. */
export class PartCheck {
  phase: CheckPhase = ready;
  readonly #bench: () => WiringBench | null;
  readonly #changed: () => void;
  #test: PartTest | null = null;
  /** The program that runs is a test's. */
  #ours = false;
  /** The run that need not be asked for: of the last test, or one that the pupil has stopped. Its end may come late. */
  #own: string | null = null;
  /** The run before this test's, whose end may come late. */
  #before: string | null = null;
  /** Which start this is: what an earlier one brings late does not count. */
  #starts = 0;
  #over: ReturnType<typeof setTimeout> | undefined;

  /** @param changed the phase is another one. */
  constructor(bench: () => WiringBench | null, changed: () => void) {
    this.#bench = bench;
    this.#changed = changed;
  }

  /** Whether a test's program runs now. */
  get running(): boolean {
    return this.#ours;
  }

  async start(test: PartTest): Promise<void> {
    const bench = this.#bench();
    if (!bench?.online) return this.#become({ at: 'offline' });
    const { running, runId } = bench.view;
    if (running && !this.#ours && runId !== this.#own) return this.#become({ at: 'busy' });
    const start = ++this.#starts;
    this.#before = runId;
    if (running || this.#ours) await bench.stop();
    if (start !== this.#starts) return;
    this.#test = test;
    this.#ours = true;
    this.#become({ at: 'starting' });
    clearTimeout(this.#over);
    this.#over = setTimeout(() => this.#ended(), patience);
    try {
      await bench.run(test.program);
      if (start !== this.#starts) await bench.stop();
    } catch (thrown) {
      if (start !== this.#starts) return;
      this.#ours = false;
      clearTimeout(this.#over);
      this.#become({ at: 'failed', problem: problemOf(thrown) });
    }
  }

  /** Stops the pupil's program, so that the test can begin. */
  async makeRoom(): Promise<void> {
    const bench = this.#bench();
    const runId = bench?.view.runId ?? null;
    await bench?.stop();
    this.#own = runId;
    this.#become(ready);
  }

  /** What the trace of the bench tells of a run. */
  hear(events: readonly TraceEvent[], runId: string): void {
    const test = this.#test;
    if (!test || !this.#ours || runId === this.#before) return;
    this.#own = runId;
    for (const event of events) {
      // The end of what ran before may come after the new beginning was asked for.
      if (event.kind === 'end' && this.phase.at === 'starting') continue;
      if (event.kind === 'error') {
        this.#ours = false;
        this.#become({ at: 'failed', problem: event.problem });
      } else if (event.kind === 'end') this.#ended();
      else {
        const before = this.phase.at === 'running' ? this.phase.noticed : nothingNoticed;
        if (this.phase.at === 'running' || this.phase.at === 'starting')
          this.phase = { at: 'running', noticed: notice(before, test.part, [event]) };
      }
    }
    if (this.phase.at === 'running' && test.kind === 'do' && isTicked(test, this.phase.noticed)) {
      this.#become({ at: 'passed' });
      this.#halt();
    } else this.#changed();
  }

  /** What the pupil says of what was to be seen. */
  answer(yes: boolean): void {
    this.#become(yes ? { at: 'passed' } : { at: 'missed', checked: 0 });
    this.#halt();
  }

  /** The next thing to look at. */
  look(by: 1 | -1): void {
    if (this.phase.at === 'missed')
      this.#become({ at: 'missed', checked: Math.max(0, this.phase.checked + by) });
  }

  /** Another part, or another view: what runs for the test ends. */
  leave(): void {
    this.#halt();
    this.#test = null;
    this.#become(ready);
  }

  #ended(): void {
    clearTimeout(this.#over);
    this.#ours = false;
    if (this.phase.at !== 'running' && this.phase.at !== 'starting') return;
    this.#become(this.#test?.kind === 'see' ? { at: 'shown' } : { at: 'missed', checked: 0 });
  }

  #halt(): void {
    clearTimeout(this.#over);
    this.#starts += 1;
    if (!this.#ours) return;
    this.#ours = false;
    void this.#bench()?.stop();
  }

  #become(phase: CheckPhase): void {
    this.phase = phase;
    this.#changed();
  }
}

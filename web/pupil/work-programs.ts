import type { PartInput } from '../../device/contract/command.ts';
import { type Problem, ProblemError } from '../../device/contract/problem.ts';
import type { Begin, ProgramControl } from '../../device/contract/program-control.ts';
import type { TraceBatch } from '../../device/contract/trace.ts';
import type { Wiring } from '../../device/contract/wiring.ts';
import type { LessonView } from '../../server/api/contract/endpoints.ts';
import { startRefused } from '../../server/live/contract/steering-problems.ts';
import { problemOf } from '../ui/problem-text.ts';
import type { SbBlocks } from './blocks-editor.ts';
import type { Recording } from './recorder/recording.ts';
import type { RunView } from './run-view.ts';
import type { RunTarget } from './runs.ts';
import type { SeatSession } from './seat-session.ts';
import type { WiringBench } from './wiring/wiring-bench.ts';
import { emptyProgram, lessonIsOver } from './work-problems.ts';
import type { WorkProgress } from './work-progress.ts';
import { wiringBenchOf } from './work-wiring-bench.ts';

/** What the programs need of the desk. */
export interface WorkProgramsOptions {
  readonly session: Pick<SeatSession, 'pupil' | 'online' | 'runs'>;
  readonly progress: Pick<WorkProgress, 'expect' | 'calledOff' | 'hear'>;
  /** `null` while it is not there. */
  editor(): Pick<SbBlocks, 'program' | 'save'> | null;
  lesson(): Pick<LessonView, 'wiring'> | null;
  /** Shows a problem; `null`: the last one no longer matters. */
  tell(problem: Problem | null): void;
  /** Something that is shown has changed. */
  changed(): void;
}

/** Where the work of this desk runs, how it is run and stopped, and what hands do to it. Nothing here throws. */
export class WorkPrograms {
  /** A run was asked for and has not begun. */
  starting = false;
  /** Programs wait at each block, so that one can follow them. */
  slow = false;
  /** What the pins did; `null` before the first run. */
  recording: Recording | null = null;
  /** What the wiring's tests run on. */
  readonly wiringBench: WiringBench = wiringBenchOf(this);
  readonly #options: WorkProgramsOptions;
  readonly #listeners = new Set<TraceListener>();
  #chosen: RunTarget | null = null;
  #recorder: Promise<Recording> | undefined;
  /** Boards on which what runs, or ran last, is not the work. */
  readonly #testing = new Set<RunTarget>();

  constructor(options: WorkProgramsOptions) {
    this.#options = options;
  }

  /** The pupil's choice; before there is one, the own Pi if there is one. */
  get target(): RunTarget {
    return this.#chosen ?? (this.#device ? 'pi' : 'virtual');
  }

  get view(): RunView {
    return this.#options.session.runs.view(this.target);
  }

  /** That of the own Pi if the work runs there, else the lesson's. */
  get wiring(): Wiring {
    const own = this.target === 'pi' ? this.#device?.wiring : undefined;
    return own ?? this.#options.lesson()?.wiring ?? noWiring;
  }

  /** The board is there. */
  get online(): boolean {
    return this.target === 'virtual' || (this.#device?.online ?? false);
  }

  /** A hand can work the inputs of a Pi that exists in software only. */
  get canTouch(): boolean {
    if (this.target === 'virtual') return true;
    const device = this.#device;
    return this.#options.session.online && device?.online === true && device.board?.kind === 'simulated';
  }

  /** Whether a program runs there, and all that it does is heard. */
  state(target: RunTarget): 'running' | 'deaf' | 'over' {
    const { session } = this.#options;
    if (!session.runs.view(target).running) return 'over';
    if (target === 'virtual') return 'running';
    return session.online && this.#device?.online ? 'running' : 'deaf';
  }

  choose(target: RunTarget): void {
    this.#chosen = target;
    this.#options.changed();
  }

  /** A batch of a program's trace came. */
  hear(target: RunTarget, batch: TraceBatch): void {
    if (!this.#testing.has(target)) this.#options.progress.hear(target, batch);
    for (const listener of this.#listeners) listener(target, batch);
    this.#recorder ??= this.#loadRecorder();
    // One after the other, also those that come before the recorder has been loaded.
    this.#recorder.then(
      (recording) => recording.hear(target, batch),
      () => {
        this.#recorder = undefined;
      },
    );
  }

  /** Hears every batch from now on; the result ends that. */
  onTrace(listener: TraceListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Runs what the blocks say. @param begin left out: as fast as the pupil has chosen, at once. */
  async run(begin: Begin = {}): Promise<void> {
    const { editor, tell, changed } = this.#options;
    tell(null);
    // The banner says what to do about it.
    if (this.target === 'pi' && !this.#device) return;
    this.starting = true;
    // A choice of where to run lasts while it runs, even if the Pi goes or comes.
    this.choose(this.target);
    try {
      this.#mayStart();
      const source = (await editor()?.program()) ?? '';
      if (source.trim() === '') tell(emptyProgram());
      else await this.#begin(source, { ...(this.slow ? { pace: slowPace } : {}), ...begin });
    } catch (thrown) {
      tell(problemOf(thrown));
    } finally {
      this.starting = false;
      changed();
    }
  }

  /** Runs another program than the work, such as one that tests a part; its trace counts for no goal. @throws ProblemError */
  async runOther(source: string): Promise<void> {
    this.#mayStart();
    this.choose(this.target);
    this.#testing.add(this.target);
    await this.#options.session.runs.run(this.target, source, this.wiring, {});
  }

  async pause(): Promise<void> {
    await this.#control({ type: 'pause' });
  }

  async resume(): Promise<void> {
    await this.#control({ type: 'resume' });
  }

  /** One block on: a program that stands still, or that is not begun yet; one that runs stands still first. */
  async step(): Promise<void> {
    const { running, paused } = this.view;
    if (!running) await this.run({ paused: true });
    else await this.#control({ type: paused ? 'step' : 'pause' });
  }

  /** Slow motion, for what runs and for what will run. */
  async setSlow(slow: boolean): Promise<void> {
    this.slow = slow;
    this.#options.changed();
    if (this.view.running) await this.#control({ type: 'pace', pace: slow ? slowPace : 0 });
  }

  async stop(): Promise<void> {
    await this.#told(() => this.#options.session.runs.stopAll(this.target));
  }

  async input(input: PartInput): Promise<void> {
    await this.#told(() => this.#options.session.runs.input(this.target, input, this.wiring));
  }

  async key(key: string): Promise<void> {
    await this.#told(() => this.#options.session.runs.key(this.target, key));
  }

  /** The virtual Pi is held to the same as a real one. @throws ProblemError `programs-off`, `eyes-up` */
  #mayStart(): void {
    const { pupil } = this.#options.session;
    if (pupil?.class.state === 'ended') throw new ProblemError(lessonIsOver());
    const steering = pupil?.steering;
    const refused = steering && startRefused(steering);
    if (refused) throw new ProblemError(refused);
  }

  get #device() {
    return this.#options.session.pupil?.device;
  }

  /** Goals are judged by the blocks as they were when the run began. */
  async #begin(source: string, begin: Begin): Promise<void> {
    const { target, wiring } = this;
    const { session, progress, editor } = this.#options;
    this.#testing.delete(target);
    progress.expect(target, editor()?.save() ?? {}, wiring);
    try {
      await session.runs.run(target, source, wiring, begin);
    } catch (thrown) {
      progress.calledOff(target);
      throw thrown;
    }
  }

  async #control(control: ProgramControl): Promise<void> {
    await this.#told(() => this.#options.session.runs.control(this.target, control));
  }

  async #loadRecorder(): Promise<Recording> {
    const { Recording } = await import('./recorder/recording.ts');
    this.recording = new Recording();
    this.#options.changed();
    return this.recording;
  }

  async #told(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (thrown) {
      this.#options.tell(problemOf(thrown));
    }
  }
}

type TraceListener = (target: RunTarget, batch: TraceBatch) => void;

/** Time at each block in slow motion, ms. */
const slowPace = 600;

/** One object for all, so that the editor sees no change where there is none. */
const noWiring: Wiring = { parts: [] };

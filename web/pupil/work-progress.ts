import type { TraceBatch } from '../../device/contract/trace.ts';
import type { Wiring } from '../../device/contract/wiring.ts';
import type { GoalCheck } from '../../lessons/goals/goal-schema.ts';
import type { LessonView } from '../../server/api/contract/endpoints.ts';
import type { Blocks, LessonProgress, PupilState } from '../../server/live/contract/live.ts';
import type { GoalWatch, GoalWatchOptions, NotReached } from './goal-watch.ts';
import type { ProgressSync } from './keeping/progress-sync.ts';
import type { RunTarget } from './runs.ts';
import type { HeldSeat } from './seat-store.ts';
import { rememberedProgress, rememberProgress } from './step-memory.ts';
import {
  beginning,
  celebrate,
  goTo,
  offeredBlocks,
  openStep,
  type Progress,
  withOne,
} from './steps-progress.ts';

/** How long a celebration lasts, ms. */
const celebration = 1500;

/** What the progress needs of the desk. */
export interface WorkProgressOptions extends Pick<GoalWatchOptions, 'state' | 'work'> {
  /** Something that is shown has changed. */
  changed(): void;
  /** Brings progress to the server. @throws when it did not arrive. */
  send(progress: LessonProgress): Promise<unknown>;
}

/**
 * How far the pupil at this desk is, what their programs have reached, and what there is to celebrate. What watches the
 * goals is loaded with the first run.
 */
export class WorkProgress {
  /** What has just been done. */
  celebrated: 'step' | 'lesson' | null = null;
  readonly #options: WorkProgressOptions;
  #watch: GoalWatch | undefined;
  #loading: Promise<GoalWatch> | undefined;
  #seat: HeldSeat | undefined;
  #lesson: LessonView | null = null;
  #progress: Progress = beginning;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sync: ProgressSync | undefined;
  /** What the server told last of this seat; `undefined` before it has told. */
  #told: LessonProgress | null | undefined;
  #lessonId = '';
  /** This page opens where the seat is, until somebody goes elsewhere. */
  #fresh = false;

  constructor(options: WorkProgressOptions) {
    this.#options = options;
  }

  get now(): Progress {
    return this.#progress;
  }

  /** What was seen of the goals that are not reached. */
  get notYet(): ReadonlyMap<string, NotReached> {
    return this.#watch?.notYet ?? nothingSeen;
  }

  /** What the toolbox offers now. */
  get toolbox(): readonly string[] {
    return this.#lesson ? offeredBlocks(this.#lesson, this.#progress) : none;
  }

  /** Goes on where this browser was at this seat. */
  open(seat: HeldSeat): void {
    this.#seat = seat;
    const { lessonId, ...progress } = rememberedProgress(seat);
    this.#progress = progress;
    this.#lessonId = lessonId ?? '';
    this.#fresh = lessonId === undefined && progress.furthest === 0 && progress.goals.length === 0;
  }

  /** The server may have told something new: what was reached elsewhere counts here too. */
  meet(pupil: PupilState | null): void {
    if (!pupil) return;
    this.#enter(pupil.seat.lessonId);
    if (pupil.progress === this.#told) return;
    this.#told = pupil.progress;
    void this.#keepInStep();
  }

  /** The seat is in this lesson; what was reached in another one counts for nothing here. */
  #enter(lessonId: string): void {
    const before = this.#lessonId;
    this.#lessonId = lessonId;
    if (before === '' || before === lessonId) return;
    this.#sync?.close();
    this.#sync = undefined;
    this.#told = undefined;
    this.#lesson = null;
    this.#progress = beginning;
    this.#fresh = true;
    this.#watch?.forgetNotYet();
    this.#askForRest();
  }

  /** The lesson has come, or come anew. What it finds done is not celebrated again. */
  follow(lesson: LessonView): void {
    this.#lesson = lesson;
    this.#progress = celebrate(lesson, this.#progress).progress;
    this.#askForRest();
  }

  /** A program is about to run: these blocks. */
  expect(target: RunTarget, blocks: Blocks, wiring: Wiring): void {
    this.#withWatch((watch) => watch.expect(target, blocks, wiring));
  }

  /** It did not begin. */
  calledOff(target: RunTarget): void {
    this.#withWatch((watch) => watch.calledOff(target));
  }

  /** A batch of a program's trace came. */
  hear(target: RunTarget, batch: TraceBatch): void {
    this.#withWatch((watch) => watch.hear(target, batch));
  }

  /** @param leaving the open step was left by “next” */
  goTo(step: number, leaving: boolean): void {
    // What was seen belongs to what was tried, not to what is asked next.
    if (step !== this.#progress.step) this.#watch?.forgetNotYet();
    const from = this.#lesson ? openStep(this.#lesson, this.#progress) : this.#progress.step;
    this.#set(goTo({ ...this.#progress, step: from }, step, leaving));
  }

  solved(quiz: string): void {
    this.#set({ ...this.#progress, quizzes: withOne(this.#progress.quizzes, quiz) });
  }

  /** The seat was given up: what is still reached is not kept. */
  leave(): void {
    this.#seat = undefined;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#sync?.close();
    this.#loading?.then(
      (watch) => watch.close(),
      () => undefined,
    );
  }

  /** One after the other, also those that wait for the watch to be loaded. */
  #withWatch(act: (watch: GoalWatch) => void): void {
    this.#loading ??= this.#load();
    this.#loading.then(act, () => {
      // What was not heard is a gap for the watch, once it comes.
      this.#loading = undefined;
    });
  }

  async #load(): Promise<GoalWatch> {
    const { state, work, changed } = this.#options;
    const { GoalWatch } = await import('./goal-watch.ts');
    this.#watch = new GoalWatch({
      judge: async () => (await import('../../lessons/goals/check-goal.ts')).checkGoals,
      clock: {
        now: () => performance.now(),
        after: (ms, callback) => {
          const timer = setTimeout(callback, ms);
          return () => clearTimeout(timer);
        },
      },
      state: (target) => {
        const now = state(target);
        // A page that nobody sees is woken too rarely to tell how long nothing has happened.
        return now === 'running' && document.hidden ? 'deaf' : now;
      },
      work,
      reached: (ids) => this.#set({ ...this.#progress, goals: [...this.#progress.goals, ...ids] }),
      changed,
    });
    this.#askForRest();
    return this.#watch;
  }

  /** What it needs is loaded when the page stands. Without a connection it comes with the next telling. */
  async #keepInStep(): Promise<void> {
    try {
      const { startSync } = await import('./keeping/progress-sync.ts');
      this.#sync ??= startSync({
        own: () => ({ ...this.#progress, lessonId: this.#lessonId }) as LessonProgress,
        took: ({ lessonId, ...progress }) => this.#take(progress),
        send: (progress) => this.#options.send(progress),
      });
      this.#sync.hear(this.#told ?? null, this.#fresh);
    } catch {
      this.#told = undefined;
    }
  }

  /** What others have reached is not celebrated here. */
  #take(progress: Progress): void {
    if (progress.step !== this.#progress.step) this.#watch?.forgetNotYet();
    this.#progress = this.#lesson ? celebrate(this.#lesson, progress).progress : progress;
    if (this.#seat) rememberProgress(this.#seat, this.#progress, this.#lessonId);
    this.#askForRest();
    this.#options.changed();
  }

  #set(next: Progress): void {
    const { progress, what } = this.#lesson ? celebrate(this.#lesson, next) : { progress: next, what: null };
    this.#progress = progress;
    this.#fresh = false;
    this.#sync?.changed();
    if (this.#seat) rememberProgress(this.#seat, progress, this.#lessonId);
    if (what) this.#celebrate(what);
    this.#askForRest();
    this.#options.changed();
  }

  #celebrate(what: 'step' | 'lesson'): void {
    clearTimeout(this.#timer);
    this.celebrated = what;
    this.#timer = setTimeout(() => {
      this.celebrated = null;
      this.#options.changed();
    }, celebration);
  }

  /** What was reached stays reached, so only the rest is judged. */
  #askForRest(): void {
    if (!this.#watch) return;
    const goals: [string, GoalCheck][] = Object.entries(this.#lesson?.goals ?? {});
    this.#watch.goals = Object.fromEntries(goals.filter(([id]) => !this.#progress.goals.includes(id)));
  }
}

/** One list for all, so that the toolbox sees no change where there is none. */
const none: readonly string[] = [];
const nothingSeen: ReadonlyMap<string, NotReached> = new Map();

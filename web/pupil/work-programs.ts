import type { PartInput } from '../../device/contract/command.ts';
import type { Problem } from '../../device/contract/problem.ts';
import type { Wiring } from '../../device/contract/wiring.ts';
import type { LessonView } from '../../server/api/contract/endpoints.ts';
import { problemOf } from '../ui/problem-text.ts';
import type { SbBlocks } from './blocks-editor.ts';
import type { RunView } from './run-view.ts';
import type { RunTarget } from './runs.ts';
import type { SeatSession } from './seat-session.ts';
import { emptyProgram } from './work-problems.ts';
import type { WorkProgress } from './work-progress.ts';

/** What the programs need of the desk. */
export interface WorkProgramsOptions {
  readonly session: Pick<SeatSession, 'pupil' | 'online' | 'runs'>;
  readonly progress: Pick<WorkProgress, 'expect' | 'calledOff'>;
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
  readonly #options: WorkProgramsOptions;
  #chosen: RunTarget | null = null;

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

  async run(): Promise<void> {
    const { editor, tell, changed } = this.#options;
    tell(null);
    // The banner says what to do about it.
    if (this.target === 'pi' && !this.#device) return;
    this.starting = true;
    // A choice of where to run lasts while it runs, even if the Pi goes or comes.
    this.choose(this.target);
    try {
      const source = (await editor()?.program()) ?? '';
      if (source.trim() === '') tell(emptyProgram());
      else await this.#begin(source);
    } catch (thrown) {
      tell(problemOf(thrown));
    } finally {
      this.starting = false;
      changed();
    }
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

  get #device() {
    return this.#options.session.pupil?.device;
  }

  /** Goals are judged by the blocks as they were when the run began. */
  async #begin(source: string): Promise<void> {
    const { target, wiring } = this;
    const { session, progress, editor } = this.#options;
    progress.expect(target, editor()?.save() ?? {}, wiring);
    try {
      await session.runs.run(target, source, wiring);
    } catch (thrown) {
      progress.calledOff(target);
      throw thrown;
    }
  }

  async #told(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (thrown) {
      this.#options.tell(problemOf(thrown));
    }
  }
}

/** One object for all, so that the editor sees no change where there is none. */
const noWiring: Wiring = { parts: [] };

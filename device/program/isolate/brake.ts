import type { Begin, ProgramControl } from '../../contract/program-control.ts';
import type { ProgramTime } from '../program-time.ts';
import type { ProgramVm } from '../vm/program-vm.ts';
import { turnResult } from '../vm/vm-contract.ts';
import type { FromIsolate } from './from-isolate.ts';

export interface BrakeOptions {
  readonly vm: Pick<ProgramVm, 'failure' | 'hold' | 'next' | 'ready' | 'settle' | 'slow' | 'turn' | 'watch'>;
  /** Stands still while the program does. */
  readonly time: ProgramTime;
  readonly post: (message: Extract<FromIsolate, { type: 'paused' | 'resumed' | 'skipped' }>) => void;
  /** Commands wait for credit, so nothing that makes more should run. */
  readonly congested: () => boolean;
}

/**
 * Turns that stacks get to reach their next statement when a program is paused. Only sources that no generator wrote
 * need more than one each; those stand still wherever their last turn ended.
 */
const settlingTurns = 512;
/** Of these, so many without a look at what else there is to do. */
const turnsAtOnce = 16;

/** Pauses a program, steps it and slows it down. While it holds the program, nobody else gives a stack its turn. */
export class Brake {
  readonly #options: BrakeOptions;
  #holds = false;
  /** The owner knows that it stands. */
  #told = false;
  #steps = 0;
  #turnsLeft = settlingTurns;

  constructor(options: BrakeOptions) {
    this.#options = options;
  }

  /** Whether the program shall stand still, but for what {@link stand} does. */
  get holds(): boolean {
    return this.#holds;
  }

  begin({ pace = 0, paused = false }: Begin): void {
    if (pace > 0) this.control({ type: 'pace', pace });
    if (paused) this.control({ type: 'pause' });
  }

  /** Notes what to do; a program that is held then does it when {@link stand} is called. */
  control(control: ProgramControl): void {
    const { vm, time } = this.#options;
    if (control.type === 'pace') vm.slow(control.pace * 1000);
    else if (control.type === 'resume') this.#release();
    else if (control.type === 'step') this.#steps += this.#holds ? 1 : 0;
    else if (!this.#holds) {
      this.#holds = true;
      this.#turnsLeft = settlingTurns;
      time.freeze();
      vm.hold(true);
    }
  }

  /**
   * Lets the stacks of a held program get to their statements, and make the steps that are asked for. Answers whether
   * there is more to do soon; not while it stands, and not while commands wait for credit.
   */
  stand(): boolean {
    const { vm, post, congested } = this.#options;
    for (let turns = turnsAtOnce; turns > 0 && !congested(); turns -= 1) {
      if (this.#turnsLeft > 0) {
        this.#turnsLeft -= 1;
        if (vm.settle()) continue;
      }
      this.#turnsLeft = 0;
      vm.watch();
      if (vm.failure || vm.next() === turnResult.finished) return false;
      if (!this.#told) {
        this.#told = true;
        post({ type: 'paused' });
      }
      if (this.#steps === 0) return false;
      this.#steps -= 1;
      this.#step();
    }
    return !congested();
  }

  /** One statement of the stack whose turn it is; a wait for which everybody would wait is over at once. */
  #step(): void {
    const { vm } = this.#options;
    const anyReady = vm.ready > 0;
    if (anyReady) {
      vm.turn();
      this.#turnsLeft = settlingTurns;
      while (this.#turnsLeft > settlingTurns - turnsAtOnce && vm.settle()) this.#turnsLeft -= 1;
    }
    if (vm.ready === 0) this.#skipWait();
    this.#turnsLeft = settlingTurns;
  }

  #skipWait(): void {
    const { vm, time, post } = this.#options;
    const next = vm.next();
    if (next === turnResult.finished || !Number.isFinite(next)) return;
    const skipped = Math.max(0, next - time.now());
    time.skip(skipped);
    post({ type: 'skipped', time: skipped });
    // Nobody was ready, so this one only goes on to its next statement.
    vm.turn();
  }

  #release(): void {
    if (!this.#holds) return;
    const { vm, time, post } = this.#options;
    this.#holds = false;
    this.#steps = 0;
    vm.hold(false);
    time.thaw();
    if (this.#told) post({ type: 'resumed' });
    this.#told = false;
  }
}

import type { Level } from '../../parts/driver.ts';
import type { Clock } from '../../program/clock.ts';
import type { LineSetting } from '../johnny-five/digital-lines.ts';

interface SteadyInput {
  /** How long a level must stay, in µs. */
  readonly time: number;
  level: Level;
  /** Ends the wait for the other level to be steady. */
  cancel: (() => void) | undefined;
}

/**
 * Debounces inputs in software, where the kernel doesn't: a change counts once the level has stayed for the input's
 * time, as in the kernel's own way, whose events also carry the moment at which the level was steady.
 */
export class SteadyInputs {
  readonly #clock: Clock;
  readonly #inputs = new Map<number, SteadyInput>();

  /** @param levelOf the level of an input now. */
  constructor(settings: readonly LineSetting[], levelOf: (gpio: number) => Level, clock: Clock) {
    this.#clock = clock;
    for (const { gpio, direction, debounce = 0 } of settings) {
      if (direction !== 'input' || debounce === 0) continue;
      this.#inputs.set(gpio, { time: debounce, level: levelOf(gpio), cancel: undefined });
    }
  }

  /** The level that counts; `undefined` for an input that is not debounced here. */
  level(gpio: number): Level | undefined {
    return this.#inputs.get(gpio)?.level;
  }

  /** Takes an edge with its time in µs, and tells it when it counts: later, at once, or never. */
  edge(gpio: number, level: Level, at: number, tell: (level: Level, at: number) => void): void {
    const input = this.#inputs.get(gpio);
    if (!input) {
      tell(level, at);
      return;
    }
    input.cancel?.();
    input.cancel = undefined;
    if (level === input.level) return;
    input.cancel = this.#clock.after(input.time, () => {
      input.cancel = undefined;
      input.level = level;
      tell(level, at + input.time);
    });
  }

  /** Tells nothing any more. */
  close(): void {
    for (const { cancel } of this.#inputs.values()) cancel?.();
  }
}

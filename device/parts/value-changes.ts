import type { Clock } from '../program/clock.ts';
import type { PartValue } from './driver.ts';

/** A value is told at most once in this time, in µs. */
const interval = 50_000;

interface Told {
  is: PartValue | undefined;
  /** Set while the value has been told lately; `due` when it changed meanwhile. */
  cancel: (() => void) | undefined;
  due: boolean;
}

/**
 * Tells the changed values of a board's parts: the first change at once, then at most 20 a second, the last one
 * always. What reads the same as before is not told.
 */
export class ValueChanges {
  readonly #clock: Clock;
  readonly #tell: (part: string, value: string, is: PartValue) => void;
  #told = new Map<string, Told>();

  constructor(clock: Clock, tell: (part: string, value: string, is: PartValue) => void) {
    this.#clock = clock;
    this.#tell = tell;
  }

  /** A value may have changed. @param read gives the present one. */
  changed(part: string, value: string, read: () => PartValue): void {
    const key = `${part} ${value}`;
    const told = this.#told.get(key) ?? { is: undefined, cancel: undefined, due: false };
    this.#told.set(key, told);
    if (told.cancel) {
      told.due = true;
      return;
    }
    const is = read();
    if (is === told.is) return;
    told.is = is;
    told.cancel = this.#clock.after(interval, () => {
      told.cancel = undefined;
      if (!told.due) return;
      told.due = false;
      this.changed(part, value, read);
    });
    this.#tell(part, value, is);
  }

  /** Forgets all, and tells nothing any more of what was; for a new wiring. */
  forget(): void {
    for (const { cancel } of this.#told.values()) cancel?.();
    this.#told = new Map();
  }
}

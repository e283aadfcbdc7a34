import type { Clock } from '../program/clock.ts';
import type { PartValue } from './driver.ts';

/** A value is told at most once in this time, in µs. */
const interval = 50_000;

interface Told {
  readonly part: string;
  readonly value: string;
  is: PartValue | undefined;
  read: () => PartValue;
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
    const told = this.#told.get(key) ?? { part, value, is: undefined, read, cancel: undefined, due: false };
    this.#told.set(key, told);
    told.read = read;
    if (told.cancel) told.due = true;
    else this.#tellNow(told);
  }

  /** Tells at once what waits for its turn: no later moment may come, as at the end of a run. */
  settle(): void {
    for (const told of this.#told.values()) {
      if (!told.due) continue;
      told.cancel?.();
      this.#tellNow(told);
    }
  }

  /** Forgets all, and tells nothing any more of what was; for a new wiring. */
  forget(): void {
    for (const { cancel } of this.#told.values()) cancel?.();
    this.#told = new Map();
  }

  #tellNow(told: Told): void {
    told.cancel = undefined;
    told.due = false;
    const is = told.read();
    if (is === told.is) return;
    told.is = is;
    told.cancel = this.#clock.after(interval, () => {
      told.cancel = undefined;
      if (told.due) this.#tellNow(told);
    });
    this.#tell(told.part, told.value, is);
  }
}

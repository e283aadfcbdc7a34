/** The level of a digital pin: 0 is ground, 1 is 3.3 V. */
export type Level = 0 | 1;

/** What a part can say about itself. */
export type PartValue = boolean | number | string;

/** A part on its pins, whatever the board. The names are those of its definition. */
export interface PartDriver {
  /** Takes effect before it returns; the arguments were checked. */
  readonly commands: Readonly<Record<string, (...args: never[]) => void>>;
  readonly values: Readonly<Record<string, () => PartValue>>;
  /** Back to the state it has after wiring: silent, dark, still. */
  makeSafe(): void;
  /** Lets go of what it holds; the pins are the board's to release. */
  close(): void;
}

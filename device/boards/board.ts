import type { Problem } from '../contract/problem.ts';
import type { Wiring } from '../contract/wiring.ts';
import type { PartValue } from '../parts/driver.ts';

/** What a board tells its listeners. Times are stamped by the listener. */
export type BoardEvent =
  /** A pin's level changed, whoever changed it. */
  | { kind: 'pin'; gpio: number; level: 0 | 1 }
  /** An output pulses from now on; a `duty` of 0 or 1 says that it no longer does. */
  | { kind: 'pwm'; gpio: number; hertz: number; duty: number }
  /** A value of a part changed; at most 20 a second of each. */
  | { kind: 'value'; part: string; value: string; is: PartValue }
  /** A part noticed something: `button` was `pressed`. */
  | { kind: 'event'; part: string; event: string };

export interface BoardInfo {
  readonly kind: 'simulated' | 'johnny-five';
  readonly io: 'none' | 'simulated' | 'character-device' | 'raspi-io';
  readonly model: string;
  /** What people should know before they wire something, such as that the model is unknown. */
  readonly warning?: Problem | undefined;
}

/** What a program may do to hardware, whatever the hardware is. */
export interface Board {
  readonly info: BoardInfo;
  /** What is set up now; no parts before `setUp` and after `close`. */
  readonly wiring: Wiring;
  /**
   * Puts the named parts on their pins, in their safe state; what was wired before is released.
   * @throws ProblemError `part-unknown`, `pin-missing` … for what no board could wire, and then nothing has changed;
   * `pin-in-use`, `gpio-failed` … when the machine refuses its pins, and then nothing is wired.
   */
  setUp(wiring: Wiring): Promise<void>;
  /**
   * Tells a part to do something: `command('red', 'on')`. Takes effect before it returns.
   * @throws ProblemError `part-not-wired`, `command-unknown`, `argument-invalid`.
   */
  command(part: string, command: string, args: readonly unknown[]): void;
  /**
   * Reads a value of a part: `read('button', 'pressed')`.
   * @throws ProblemError `part-not-wired`, `value-unknown`.
   */
  read(part: string, value: string): PartValue;
  /** Hears pins and parts; returns how to stop hearing. */
  listen(listener: (event: BoardEvent) => void): () => void;
  /** Present level of every wired pin. */
  levels(): ReadonlyMap<number, 0 | 1>;
  /** Every output to its safe state: LEDs and buzzers off. Never throws. */
  makeSafe(): void;
  /** Safe state, then releases every pin. */
  close(): Promise<void>;
}

/** A board whose inputs can be worked by software: the simulated one. */
export interface SimulatedInputs {
  /**
   * @param value for a number input, brought within its range.
   * @throws ProblemError `part-not-wired`, `input-unknown`, `input-invalid`.
   */
  input(part: string, input: string, value?: number): void;
}

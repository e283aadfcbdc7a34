import type { Pulses } from '../../parts/buses.ts';
import type { Level } from '../../parts/driver.ts';

/** What a GPIO shall be. */
export interface LineSetting {
  /** GPIO number, as the chip's maker counts. */
  readonly gpio: number;
  readonly direction: 'input' | 'output';
  /** The level with which an output begins and ends; low unless given. */
  readonly safe?: Level | undefined;
  /** The Pi's own resistor on an input. */
  readonly pull?: 'up' | 'down' | undefined;
  /** How long an input must be steady before its change counts, in µs; by the kernel where it can. */
  readonly debounce?: number | undefined;
  /** Its edges are only for who times them, not for who follows levels. */
  readonly quiet?: boolean | undefined;
}

/** The pins of a machine, or of a simulated one: what an IO plugin for johnny-five rests on. */
export interface DigitalLines {
  /**
   * Takes these pins, and only these: outputs begin at their safe level, inputs with their resistor.
   * Nothing may be claimed before.
   * @throws ProblemError, and then nothing is claimed: `pin-in-use`, `gpio-permission` …
   */
  claim(settings: readonly LineSetting[]): Promise<void>;
  /** Sets an output, and ends its pulses. A pin that is no claimed output is left alone. */
  write(gpio: number, level: Level): void;
  /** Lets an output pulse until the next `write` or `pulse`; by the hardware's PWM where the pin has it. */
  pulse(gpio: number, pulses: Pulses): void;
  /** Present level of a claimed pin; of one that pulses, 1. */
  read(gpio: number): Level;
  /**
   * The one who hears the changes of the inputs, in their order.
   * @param listener `at`: when the machine saw the edge, in µs of a monotonic clock of its own.
   */
  onInput(listener: (gpio: number, level: Level, at: number) => void): void;
  /** Gives all pins back, outputs at their safe level; resolved when they can be claimed again. */
  release(): Promise<void>;
  /** Gives back everything, for good. */
  close(): Promise<void>;
}

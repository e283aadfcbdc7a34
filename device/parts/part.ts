import type { z } from 'zod';
import type { Level, PartDriver, PartValue } from './driver.ts';
import type { JohnnyFiveContext } from './johnny-five-context.ts';
import type { SimulatedContext, SimulatedDriver } from './simulated-context.ts';

/** One leg of a part that goes to a GPIO; legs to ground or 3.3 V are not named. */
export interface PinDefinition {
  /** As the Pi sees it: it drives an `output` and listens to an `input`. */
  readonly direction: 'input' | 'output';
  /** The Pi's own resistor on an input, so that its level is sure while nothing drives it. */
  readonly pull?: 'up' | 'down';
}

/** Something a program can tell a part to do. */
export interface CommandDefinition {
  /** The arguments after the command's name, checked before a driver sees them. */
  readonly args: z.ZodType<readonly unknown[]>;
  /**
   * What the part's values are afterwards, so that a program which reads a value right after its command
   * reads the new one, without asking the board.
   */
  readonly effects?: Readonly<Record<string, Effect>>;
}

/** The value after a command: a given one, or the opposite of what it was. */
export type Effect = { readonly to: PartValue } | { readonly flip: true };

/** A value that a program can read, and how it is shown to people. */
export type ValueDefinition =
  | { readonly type: 'boolean' }
  | { readonly type: 'number'; readonly unit: string; readonly min: number; readonly max: number };

/**
 * Everything the house knows about one part of the kit. A new part is one such file and one line in
 * `catalog.ts`; boards, runtime and blocks work from the definition.
 */
export interface PartDefinition {
  /** As in a wiring: `led`. */
  readonly type: string;
  readonly pins: Readonly<Record<string, PinDefinition>>;
  readonly commands: Readonly<Record<string, CommandDefinition>>;
  /** What it notices by itself: a button is `pressed`. */
  readonly events: readonly string[];
  readonly values: Readonly<Record<string, ValueDefinition>>;
  /** What software can do to it on a simulated board, as a hand would. */
  readonly inputs: readonly string[];
  /** Levels of its outputs when it is safe, by pin. */
  readonly safe: Readonly<Record<string, Level>>;
  /** Puts it on simulated pins, in its safe state. */
  simulated(context: SimulatedContext): SimulatedDriver;
  /** Puts it on a Pi by johnny-five's own class for it, in its safe state. */
  johnnyFive(context: JohnnyFiveContext): PartDriver;
}

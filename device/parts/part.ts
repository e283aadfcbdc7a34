import type * as z from 'zod/mini';
import type { Level, PartDriver, PartValue } from './driver.ts';
import type { JohnnyFiveContext } from './johnny-five-context.ts';
import type { PartOptions } from './part-options.ts';
import type { SimulatedContext, SimulatedDriver } from './simulated-context.ts';

export type { PartOptions } from './part-options.ts';

/** One leg of a part that goes to a GPIO of its own; legs to a bus, to ground or to a supply are not named. */
export interface PinDefinition {
  /** As the Pi sees it: it drives an `output` and listens to an `input`. */
  readonly direction: 'input' | 'output';
  /** The Pi's own resistor on an input, so that its level is sure while nothing drives it. */
  readonly pull?: 'up' | 'down';
  /** How long an input must be steady before its change counts, in µs: contacts bounce. */
  readonly debounce?: number;
  /** Its edges are the driver's own business and too many to tell: the echo of an ultrasonic sensor. */
  readonly quiet?: boolean;
}

/** How a part hangs on a bus, so that two parts never answer to one address. */
export interface BusUse {
  readonly bus: 'i2c' | 'spi';
  /** I²C: 0x03 to 0x77. SPI: the chip select, 0 or 1. */
  readonly address: number;
  /** The chip and which of its channels, where several parts share a chip: an analogue-to-digital converter. */
  readonly shared?: { readonly chip: string; readonly channel: number };
}

/** Something a program can tell a part to do. */
export interface CommandDefinition {
  /**
   * The arguments after the command's name; a driver gets what the schema makes of them. Numbers out of range are
   * brought into it (`numberWithin`), what is no number is refused.
   */
  readonly args: z.ZodMiniType<readonly unknown[]>;
  /**
   * What the part's values are afterwards, so that a program which reads a value right after its command
   * reads the new one, without asking the board. A value that any command sets is known from commands alone.
   */
  readonly effects?: Readonly<Record<string, Effect>>;
}

/** The value after a command. */
export type Effect =
  | { readonly to: PartValue }
  /** The opposite of what it was. */
  | { readonly flip: true }
  /** The argument of this place, from 0, brought within the range; with `above`, whether it is more than that. */
  | { readonly arg: number; readonly min?: number; readonly max?: number; readonly above?: number };

/** A value that a program can read, and how it is shown to people. */
export type ValueDefinition =
  | { readonly type: 'boolean' }
  | {
      readonly type: 'number';
      /** As shown: `cm`, `°C`, `%`; empty for a plain number. */
      readonly unit: string;
      readonly min: number;
      readonly max: number;
      /** Drivers round to it, so that noise below it is no change. */
      readonly resolution: number;
    }
  /** What a display shows, in a form that the part's file describes; at most 2,000 characters. */
  | { readonly type: 'text' };

/** What software can do to a part on a simulated board, as a hand or the world would. */
export type InputDefinition =
  /** Press, let go; `event`: what the part then tells, by which a recorded trace is replayed. */
  | {
      readonly type: 'action';
      readonly event: string;
      /** It wears off by itself: so many seconds after it was done last, which the part then tells by this event. */
      readonly lasts?: { readonly until: string; readonly seconds: (options: PartOptions) => number };
    }
  /** Sets what the part measures; `value`: under which name a program reads it. */
  | {
      readonly type: 'number';
      readonly value: string;
      readonly unit: string;
      readonly min: number;
      readonly max: number;
      readonly step: number;
    };

/**
 * Everything the house knows about one part of the kit. A new part is one such file and one line in
 * `catalog.ts`; boards, runtime and blocks work from the definition.
 */
export interface PartDefinition {
  /** As in a wiring: `led`. */
  readonly type: string;
  /** The names of its pins, and what they are with the default options. */
  readonly pins: Readonly<Record<string, PinDefinition>>;
  /** What the same pins are with other options, where these decide it; read by `pinsOf`. */
  readonly pinsFor?: (options: PartOptions) => Readonly<Record<string, PinDefinition>>;
  /** Reads `WiredPart.options` and fills in what is missing; a part without options has none. */
  readonly options?: z.ZodMiniType<PartOptions>;
  /** The buses that it hangs on; none unless given. */
  readonly buses?: (options: PartOptions) => readonly BusUse[];
  readonly commands: Readonly<Record<string, CommandDefinition>>;
  /** What it notices by itself: a button is `pressed`. */
  readonly events: readonly string[];
  readonly values: Readonly<Record<string, ValueDefinition>>;
  /** The values that it has not with these options, and which stay 0: a chip without a barometer. */
  readonly absent?: (options: PartOptions) => readonly string[];
  readonly inputs: Readonly<Record<string, InputDefinition>>;
  /** Levels of its outputs when it is safe, by pin. */
  readonly safe: Readonly<Record<string, Level>>;
  /** The same with other options, where these decide it; read by `safeLevelsOf`. */
  readonly safeFor?: (options: PartOptions) => Readonly<Record<string, Level>>;
  /**
   * A command without arguments, for what moves or sounds: the part is told so while a program is paused, and what the
   * program told it last when it goes on. Left out: it stays as it is.
   */
  readonly quietWhilePaused?: string;
  /** Puts it on simulated pins, in its safe state. */
  simulated(context: SimulatedContext): SimulatedDriver;
  /** Puts it on a Pi, by johnny-five's own class for it where there is one, in its safe state. */
  johnnyFive(context: JohnnyFiveContext): PartDriver;
}

/** The pins of a part with these options. */
export function pinsOf(definition: PartDefinition, options: PartOptions): PartDefinition['pins'] {
  return definition.pinsFor?.(options) ?? definition.pins;
}

/** The levels of a part's outputs when it is safe, with these options. */
export function safeLevelsOf(definition: PartDefinition, options: PartOptions): PartDefinition['safe'] {
  return definition.safeFor?.(options) ?? definition.safe;
}

import type JohnnyFive from 'johnny-five';
import type { Clock } from '../program/clock.ts';
import type { Buses, Pulses } from './buses.ts';
import type { PartOptions } from './part-options.ts';

/**
 * What a johnny-five board gives to a part. The module comes as a value, so that the parts' files load in a
 * page, which has no johnny-five.
 *
 * Levels of pins and pulse trains are the board's business: it hears them at its IO plugin. A part tells events and
 * changed values.
 */
export interface JohnnyFiveContext {
  readonly five: typeof JohnnyFive;
  /** Ready; its IO plugin takes the pin names of `pins`, and does PWM and servos. For I²C classes, see `five-i2c.ts`. */
  readonly board: JohnnyFive.Board;
  /** The GPIO number of each pin of the part, which is its name at the IO plugin: `{ anode: 18 }`. */
  readonly pins: Readonly<Record<string, number>>;
  readonly options: PartOptions;
  /** Lets an output of the part pulse, until johnny-five or another call sets it; a duty of 0 or 1 is a level. */
  pulse(pin: string, pulses: Pulses): void;
  /** For what johnny-five has no class for. */
  readonly buses: Buses;
  /** For estimates and for polling at a part's own pace. */
  readonly clock: Clock;
  /** Tells what the part noticed: one of its definition's events. */
  emit(event: string): void;
  /** A value may have changed; the board reads it soon and tells it, at most 20 times a second. */
  changed(value: string): void;
  /** Something failed while nobody had called the part: a sensor that no longer answers. Logged, not thrown. */
  failed(error: unknown): void;
}

import type { Clock } from '../program/clock.ts';
import type { Level, PartDriver } from './driver.ts';

/** The pins of one simulated part, by the names of its definition. */
export interface SimulatedPins {
  /** The Pi's side: sets the level of an output. */
  write(pin: string, level: Level): void;
  /** The level that a voltmeter would show. */
  level(pin: string): Level;
  /** The part's side: ties an input to a level; `null` lets it go, and the pull resistor decides. */
  drive(pin: string, level: Level | null): void;
  /** Hears each change of a pin's level. */
  onChange(pin: string, listener: (level: Level) => void): void;
}

/** What a board gives to a part that it simulates. */
export interface SimulatedContext {
  readonly pins: SimulatedPins;
  /** For parts that take their time, such as a servo on its way. */
  readonly clock: Clock;
  /** Tells what the part noticed: one of its definition's events. */
  emit(event: string): void;
}

/** A simulated part, which software can also work as a hand would. */
export interface SimulatedDriver extends PartDriver {
  readonly inputs: Readonly<Record<string, () => void>>;
}

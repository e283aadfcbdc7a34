import type { Clock } from '../program/clock.ts';
import type { Pulses } from './buses.ts';
import type { Level, PartDriver } from './driver.ts';
import type { PartOptions } from './part-options.ts';

/** The pins of one simulated part, by the names of its definition. */
export interface SimulatedPins {
  /** The Pi's side: sets the level of an output, and ends its pulses. */
  write(pin: string, level: Level): void;
  /** The Pi's side: lets an output pulse; a duty of 0 or 1 is `write`. */
  pulse(pin: string, pulses: Pulses): void;
  /** The level that a voltmeter would show; 1 for an output that pulses. */
  level(pin: string): Level;
  /** The part's side: ties an input to a level; `null` lets it go, and the pull resistor decides. */
  drive(pin: string, level: Level | null): void;
  /** Hears each change of a pin's level. */
  onChange(pin: string, listener: (level: Level) => void): void;
}

/** What a board gives to a part that it simulates. */
export interface SimulatedContext {
  readonly pins: SimulatedPins;
  readonly options: PartOptions;
  /** For parts that take their time, such as a servo on its way. */
  readonly clock: Clock;
  /** A number from 0 up to 1 of the board's seeded sequence: a sensor's noise, the same each time. */
  random(): number;
  /** Tells what the part noticed: one of its definition's events. */
  emit(event: string): void;
  /** A value may have changed; the board reads it soon and tells it, at most 20 times a second. */
  changed(value: string): void;
}

/** A chip on a simulated I²C bus: what a real one would do with these bytes. */
export interface SimulatedI2cChip {
  readonly address: number;
  write(bytes: Uint8Array): void;
  read(length: number): Uint8Array;
}

/** A chip on the simulated SPI bus: gives as many bytes as it gets. */
export interface SimulatedSpiChip {
  readonly chipSelect: 0 | 1;
  transfer(bytes: Uint8Array): Uint8Array;
}

/**
 * What a simulated part has on a bus, for a board that speaks to it as to a real one (johnny-five over simulated
 * pins). An analogue part gives its voltage, and the board builds the converter that its parts share.
 */
export interface SimulatedBusSide {
  readonly i2c?: readonly SimulatedI2cChip[];
  readonly spi?: readonly SimulatedSpiChip[];
  /** Volts at its channel of the converter, 0 to 3.3. */
  volts?(): number;
  /** The length in µs of the next pulse on the `echo` pin after a trigger; `undefined`: none comes. */
  echo?(): number | undefined;
}

/** A simulated part, which software can also work as a hand would. */
export interface SimulatedDriver extends PartDriver {
  /** By the names of the definition's `inputs`; a number input gets its number, within its range. */
  readonly inputs: Readonly<Record<string, (value: number) => void>>;
  readonly bus?: SimulatedBusSide;
}

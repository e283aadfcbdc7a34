/** A pulse train on an output. */
export interface Pulses {
  /** Pulses a second, above 0. */
  readonly hertz: number;
  /** The share of the time that the pin is high, 0 to 1. 0 and 1 are plain levels. */
  readonly duty: number;
}

/**
 * The I²C bus of the header (bus 1: SDA on GPIO 2, SCL on GPIO 3). Calls return when the bus is done, which takes
 * about 0.1 ms a byte.
 */
export interface I2cBus {
  /** @param address 0x03 to 0x77. @throws ProblemError `i2c-silent` when nothing answers, `i2c-failed`. */
  write(address: number, bytes: Uint8Array): void;
  /** @throws ProblemError `i2c-silent`, `i2c-failed`. */
  read(address: number, length: number): Uint8Array;
  /** Writes, then reads without letting the bus go in between: how registers are read. @throws as `read`. */
  writeRead(address: number, bytes: Uint8Array, length: number): Uint8Array;
}

/** SPI 0 of the header (MOSI GPIO 10, MISO GPIO 9, SCLK GPIO 11, CE0 GPIO 8, CE1 GPIO 7), mode 0. */
export interface SpiBus {
  /**
   * Sends bytes and gives what came in meanwhile, as many.
   * @throws ProblemError `spi-failed`.
   */
  transfer(chipSelect: 0 | 1, hertz: number, bytes: Uint8Array): Uint8Array;
}

/** Measures how long an input stays high after a trigger: how an ultrasonic sensor tells a distance. */
export interface EchoTimer {
  /**
   * Makes `trigger` high for 10 µs and measures the next high pulse of `echo`, both GPIO numbers claimed before.
   * @returns its length in µs; `undefined` when none came within `timeout` µs.
   */
  measure(trigger: number, echo: number, timeout: number): Promise<number | undefined>;
}

/** The buses of a machine, each opened when it is first asked for. */
export interface Buses {
  /** @throws ProblemError `i2c-missing` (switched off, or no group), with what to do. */
  i2c(): I2cBus;
  /** @throws ProblemError `spi-missing`. */
  spi(): SpiBus;
  readonly echo: EchoTimer;
}

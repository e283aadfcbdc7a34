import type { I2cBus } from '../buses.ts';
import { autoIncrement, readRegisters, writeRegister } from './registers.ts';

export const lps25hAddress = 0x5c;
/** On, seven measurements a second, results in one piece. */
const control = 0xa4;
const stepsPerHectopascal = 4096;

/**
 * An LPS25H or LPS25HB: air pressure.
 * @see STMicroelectronics, LPS25H data sheet DocID023722, chapters 8 and 9
 */
export class Lps25h {
  readonly #bus: I2cBus;
  #running = false;

  constructor(bus: I2cBus) {
    this.#bus = bus;
  }

  /**
   * @returns hPa; `undefined` before its first measurement is done.
   * @throws ProblemError of the bus; the chip is then set up anew next time.
   */
  measure(): number | undefined {
    try {
      if (!this.#running) writeRegister(this.#bus, lps25hAddress, 0x20, control);
      this.#running = true;
      const status = readRegisters(this.#bus, lps25hAddress, 0x27, 1).getUint8(0);
      if ((status & 0b10) === 0) return undefined;
      const result = readRegisters(this.#bus, lps25hAddress, 0x28 | autoIncrement, 3);
      return (result.getUint16(0, true) + (result.getInt8(2) << 16)) / stepsPerHectopascal;
    } catch (error) {
      this.#running = false;
      throw error;
    }
  }
}
